"""The marks of a whole sitting from a list (行政许可法 Art. 54): tried first, then entered, all or none.

The list is text: one candidate a line, the admission number, then a mark for each subject in the published order, or
缺考; separated by commas. Trying it writes nothing and says of each line what would be entered or what is wrong.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from applications.actions.exams import enter_marks
from applications.lifecycle import CaseState
from applications.models import ExamSeat, ExamSitting, Handling
from applications.queries.exams import passes, read_mark
from applications.rules import may_examine
from hall.accounts.models import User
from hall.clock import now
from hall.crypto import sm3_hex
from hall.errors import Invalid, TooLarge, WrongState

MOST_BYTES = 500_000
ABSENT = "缺考"


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One line as it was read; ``problem`` is empty when it can be entered, ``handling`` is whose it is."""

    number: int
    admission_no: str
    name: str = ""
    marks: dict[str, str] | None = None
    absent: bool = False
    passed: bool = False
    corrects: bool = False
    problem: str = ""
    handling: Handling | None = None


def try_marks(sitting: ExamSitting, user: User, text: str) -> list[MarkLine]:
    """What entering this list would do; nothing is written. Raises Invalid or TooLarge for what is no list."""
    if sitting.held_at > now():
        raise WrongState(_("考试还没有举行，不能登记成绩。"))
    rows = _rows(text)
    seats = {seat.admission_no: seat for seat in _seats(sitting)}
    twice = {number for number, count in Counter(row[0] for _line, row in rows).items() if count > 1}
    return [_line(sitting, user, number, row, seats, twice) for number, row in rows]


@transaction.atomic
def import_marks(sitting: ExamSitting, user: User, text: str, *, why: str = "") -> int:
    """Enter all of it, or nothing where one line is wrong. Entered again as it stands, it changes nothing."""
    lines = try_marks(sitting, user, text)
    if wrong := [line for line in lines if line.problem]:
        told = _("第%(line)d行：%(problem)s") % {"line": wrong[0].number, "problem": wrong[0].problem}
        raise Invalid(told, fields={"text": [told]})
    source = sm3_hex(text.encode())
    fresh = [line for line in lines if line.handling and not _stands(line)]
    # Always in the same order, so that two lists at once wait for each other and never cross.
    for line in sorted(fresh, key=lambda one: one.handling.application_id if one.handling else 0):
        assert line.handling is not None
        enter_marks(
            line.handling.uid, user, seen=None, marks=line.marks or {}, absent=line.absent, why=why, source=source
        )
    return len(fresh)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    if len(text.encode()) > MOST_BYTES:
        raise TooLarge(_("成绩单太大，请分几次导入。"))
    try:
        read = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), strict=True))
    except csv.Error:
        told = _("不是可以识别的CSV。")
        raise Invalid(told, fields={"text": [told]}) from None
    rows = [(number, [cell.strip() for cell in row]) for number, row in enumerate(read, 1)]
    filled = [(number, row) for number, row in rows if any(row)]
    # A line of headings is welcome and says nothing.
    filled = [one for one in filled if one[1][0] != "准考证号"]
    if not filled:
        told = _("成绩单是空的。")
        raise Invalid(told, fields={"text": [told]})
    return filled


def _seats(sitting: ExamSitting) -> Iterator[ExamSeat]:
    seats = sitting.taken.select_related("application__item_version", "application__hall")
    for seat in seats.prefetch_related("marks", "application__handlings__department"):
        seat.sitting = sitting
        yield seat


def _line(
    sitting: ExamSitting, user: User, number: int, row: list[str], seats: dict[str, ExamSeat], twice: set[str]
) -> MarkLine:
    admission, cells = row[0], _cells(row)
    seat = seats.get(admission)
    if seat is None:
        return MarkLine(number, admission, problem=_("没有这个准考证号"))
    name = seat.application.applicant_name
    if admission in twice:
        return MarkLine(number, admission, name, problem=_("同一个准考证号出现了几次"))
    handling = _open_handling(seat)
    if handling is None or not may_examine(user, handling):
        return MarkLine(number, admission, name, problem=_("这个办件现在不能由您登记成绩"))
    if cells == [ABSENT]:
        return MarkLine(number, admission, name, absent=True, corrects=_is_marked(seat), handling=handling)
    read = [read_mark(cell, sitting) for cell in cells]
    if len(read) != len(sitting.subjects) or None in read:
        return MarkLine(number, admission, name, problem=_("每科一个成绩，不超过满分，缺考的写“缺考”"))
    marks: dict[str, Decimal] = {
        subject: mark for subject, mark in zip(sitting.subjects, read, strict=True) if mark is not None
    }
    return MarkLine(
        number,
        admission,
        name,
        marks={subject: str(mark) for subject, mark in marks.items()},
        passed=passes(marks, sitting),
        corrects=_is_marked(seat),
        handling=handling,
    )


def _cells(row: list[str]) -> list[str]:
    """Without the empty columns at the end; a gap between marks is a mistake and shifts none."""
    filled = [place for place, cell in enumerate(row) if cell]
    return row[1 : filled[-1] + 1]


def _open_handling(seat: ExamSeat) -> Handling | None:
    if seat.application.state != CaseState.ACCEPTED:
        return None
    found = next((one for one in seat.application.handlings.all() if one.is_open and one.is_lead), None)
    if found:
        found.application = seat.application
    return found


def _is_marked(seat: ExamSeat) -> bool:
    return any(one.replaced_at is None for one in seat.marks.all())


def _stands(line: MarkLine) -> bool:
    """Whether just this is on record already."""
    assert line.handling is not None
    seat = line.handling.application.exam_seat
    now_on_record = next((one for one in seat.marks.all() if one.replaced_at is None), None)
    if now_on_record is None:
        return False
    return now_on_record.absent == line.absent and (now_on_record.marks or None) == (line.marks or None)
