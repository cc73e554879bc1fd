"""No grant while a bar stands against the applicant (行政许可法 Art. 78, 79); lifted or over, it hinders nothing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, Room
from applications.queries.bars import bar_against
from hall.workdays.wording import whole_day


def hindrance(handling: Handling, granting: bool) -> Iterator[str]:
    if not granting or not handling.application.has_been_in(Room.BAR):
        return
    if bar := bar_against(handling.application):
        words = {"until": whole_day(bar.barred_until), "basis": bar.basis}
        yield _("根据%(basis)s，申请人在%(until)s以前不得再次申请本事项") % words
