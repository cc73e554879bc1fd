"""No decision while somebody told of it may still speak and has neither spoken nor waived (行政许可法 Art. 36)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, Room
from applications.queries.parties import sides_of
from hall.workdays.wording import whole_day


def unheard(handling: Handling, granting: bool) -> Iterator[str]:
    if not handling.application.has_been_in(Room.PARTIES):
        return
    for one in sides_of(handling):
        if not one.is_settled:
            words = {"name": one.party.name, "due": whole_day(one.due.due)}
            yield _("%(name)s的陈述申辩期限到%(due)s才届满，还没有听取其意见") % words
