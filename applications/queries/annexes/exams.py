"""The exam of a case: seat, time and place, then the marks and how they were corrected (行政许可法 Art. 54)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from applications.models import Application, ExamMarks, ExamSeat, Handling
from applications.queries.annexes.annex import Annex
from applications.queries.exams import seat_of


@dataclass(frozen=True, slots=True)
class ExamView:
    """``sets`` are all marks there were, the ones that count last; ``inside`` names who entered them."""

    seat: ExamSeat
    sets: list[tuple[ExamMarks, list[tuple[str, Any]]]]
    inside: bool


def for_handling(handling: Handling) -> Annex | None:
    return _annex(handling.application, inside=True)


def for_case(application: Application) -> Annex | None:
    return _annex(application, inside=False)


def _annex(application: Application, *, inside: bool) -> Annex | None:
    seat = seat_of(application)
    if seat is None:
        return None
    sets = [(one, list((one.marks or {}).items())) for one in seat.marks.all()]
    return Annex("exam", _("考试"), "applications/annexes/exam.html", ExamView(seat, sets, inside))
