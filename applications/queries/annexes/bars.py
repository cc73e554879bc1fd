"""Bars against a new application (行政许可法 Art. 78, 79): the one that stands against this case, those it brought."""

from django.utils.translation import gettext as _

from applications.lifecycle import EARLY_ENDS
from applications.models import Application, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.bars import bar_against


def of_handling(handling: Handling) -> Annex | None:
    return of_case(handling.application)


def of_case(application: Application) -> Annex | None:
    if not application.has_been_in(Room.BAR):
        return None
    against = None if application.state in EARLY_ENDS else bar_against(application)
    shown = {"against": against, "set": list(application.bars_set.all())}
    if not against and not shown["set"]:
        return None
    return Annex("bars", _("再次申请的限制"), "applications/annexes/bars.html", shown)
