"""A package that came back (行政许可法 Art. 35): what is missing, for both levels, and what was put in since."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from applications.models import Exhibit, Handling, Package, Room
from applications.queries.annexes.annex import Annex
from applications.queries.desk.exhibits import exhibits_seen


@dataclass(frozen=True, slots=True)
class Returned:
    """``files`` are the lower agency's own; the upper one sees them once they were sent to it."""

    handling: Handling
    packages: Iterable[Package]
    files: Iterable[Exhibit]


def for_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.RETURN) or not handling.is_lead:
        return None
    own = Package.objects.filter(Q(sent_from=handling) | Q(opened_as=handling)).exclude(returned_at=None)
    put_in = exhibits_seen(handling).filter(subject_uid__in=handling.application.packages.values("uid"))
    content = Returned(handling, list(own.select_related("sent_to")), list(put_in))
    if not content.packages and not content.files:
        return None
    return Annex("returned", _("退回补充审查"), "applications/annexes/returned.html", content)
