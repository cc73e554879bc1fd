"""What stopped or extended the clock of a case, and who tests (行政许可法 Art. 42, 45, 55), for clerk and applicant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from applications import clocks
from applications.models import Application, Extension, Handling, Room, Suspension, TesterAssignment
from applications.queries.annexes.annex import Annex
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import limit_words

SUSPENSIONS, EXTENSIONS = "applications/annexes/suspensions.html", "applications/annexes/extensions.html"


@dataclass(frozen=True, slots=True)
class Stop:
    """A suspension with the day by which it was told to be over."""

    row: Suspension
    expected: date | None


@dataclass(frozen=True, slots=True)
class More:
    """An extension with its days in words."""

    row: Extension
    added: str


def suspensions_of_handling(handling: Handling) -> Annex | None:
    """Everything that was asked here; joint departments share one clock and see what stops it (Art. 26)."""
    application = handling.application
    if not application.has_been_in(Room.SUSPENSION):
        return None
    rows = application.suspensions.select_related("notice")
    if not application.has_been_in(Room.JOINT):
        rows = rows.filter(handling=handling)
    return _suspensions(rows, handling.hall.code, inside=True)


def suspensions_of_case(application: Application) -> Annex | None:
    """Only what was told to the applicant; what was asked and refused is the agency's own affair."""
    if not application.has_been_in(Room.SUSPENSION):
        return None
    rows = application.suspensions.select_related("notice").exclude(begun_on=None)
    return _suspensions(rows, application.hall.code, inside=False)


def _suspensions(rows: Iterable[Suspension], hall_code: str, *, inside: bool) -> Annex | None:
    calendar = calendar_for(hall_code)
    stops = [Stop(one, clocks.pause_of(one).expected(calendar) if one.begun_on else None) for one in rows]
    content = {"stops": stops, "inside": inside}
    return Annex("suspensions", _("特别程序（除外时间）"), SUSPENSIONS, content) if stops else None


def extensions_of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.EXTENSION):
        return None
    return _extensions(handling.extensions.select_related("notice", "handling"), handling.application, inside=True)


def extensions_of_case(application: Application) -> Annex | None:
    if not application.has_been_in(Room.EXTENSION):
        return None
    granted = application.extensions.select_related("notice", "handling").exclude(granted_on=None)
    return _extensions(granted, application, inside=False)


def _extensions(rows: Iterable[Extension], application: Application, *, inside: bool) -> Annex | None:
    more = []
    for one in rows:
        one.handling.application = application
        more.append(More(one, limit_words(Limit(one.days, one.handling.limit.unit))))
    content = {"more": more, "inside": inside}
    return Annex("extensions", _("延期"), EXTENSIONS, content) if more else None


def testers_of_handling(handling: Handling) -> Annex | None:
    """Nothing to ask of an item that needs no testing."""
    if not handling.application.has_been_in(Room.TESTERS):
        return None
    named: TesterAssignment | None = handling.tester_assignments.filter(replaced_at=None).first()
    return Annex("testers", _("检验、检测、检疫人员"), "applications/annexes/testers.html", named) if named else None
