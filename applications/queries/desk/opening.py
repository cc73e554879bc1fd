"""Opening one handling for somebody who works on it; anyone else's is as if absent."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications.documents.kinds import Kind
from applications.models import Handling, Package, Paper
from applications.rules import Visitor, workable_by
from hall.errors import NotFound


def open_handling(user: Visitor, uid: UUID) -> Handling:
    """Raises NotFound for another agency's handling, also for the other level's of the same case."""
    related = ("application__hall", "application__offering", "application__item_version", "application__applicant")
    handlings = workable_by(user).select_related("hall", "department", *related)
    found = handlings.defer("application__item_version__content").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    return found


def package_from_below(handling: Handling) -> Package | None:
    packages = Package.objects.select_related("sent_from__department")
    return packages.filter(opened_as=handling).first()


def package_sent_up(handling: Handling) -> Package | None:
    return Package.objects.select_related("sent_to").filter(sent_from=handling).first()


def papers_of(handling: Handling, package: Package | None) -> QuerySet[Paper]:
    """The handling's own papers; above, also the opinion that came with the package, and nothing else from below."""
    own = Q(handling=handling)
    if package:
        own |= Q(handling=package.sent_from, kind=Kind.PRELIMINARY_OPINION)
    return Paper.objects.filter(own).order_by("id")
