"""Holding an exam (行政许可法 Art. 54): planning a sitting, seating accepted cases, entering marks and correcting them.

The application is the registration: whoever was accepted for an exam item gets a seat. Marks become the result on which
the decision rests (``allocation``); wrong ones are replaced with a reason, and both stay on file.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.allocation import replace_result
from applications.actions.locking import locked_handling
from applications.actions.telling import tell_applicant
from applications.events import AllocationRecorded, ExamEnrolled, ExamMarked
from applications.lifecycle import CaseState
from applications.models import ExamMarks, ExamSeat, ExamSitting, Handling, Purpose, Room
from applications.queries.exams import marks_of, passes, read_mark, seat_of
from applications.rules import exam_departments, may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.catalogue.models import Offering
from hall.clock import local_date, now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.notifications.kinds import Kind

EXAM = Kind("applications.exam", gettext_lazy("考试"))
MOST_SEATS = 5000
MOST_SUBJECTS = 10


@transaction.atomic
def plan_sitting(
    user: User,
    *,
    offering: Offering,
    title: str,
    held_at: datetime,
    place: str,
    subjects: list[str],
    seats: int,
    full_mark: Decimal,
    pass_line: Decimal,
) -> ExamSitting:
    """Say when, where, in what and with which line an exam is held; before it is, and never afterwards."""
    if offering.department not in exam_departments(user) or offering.version.spec.allocation != "exam":
        raise NotAllowed(_("只有考试、考核事项的承办部门的审查人员可以安排考试。"))
    _check_plan(title=title, place=place, subjects=subjects, seats=seats, held_at=held_at)
    if not 0 < pass_line <= full_mark:
        raise Invalid(_("合格分数线应大于0，不超过满分。"), fields={"pass_line": [_("应大于0，不超过满分。")]})
    try:
        with transaction.atomic():
            sitting = ExamSitting.objects.create(
                hall=offering.hall,
                department=offering.department,
                offering=offering,
                title=title.strip(),
                held_at=held_at,
                place=place.strip(),
                subjects=subjects,
                seats=seats,
                full_mark=full_mark,
                pass_line=pass_line,
                planned_by_uid=user.uid,
                planned_by_name=user.name,
            )
    except IntegrityError:
        raise Invalid(_("已经有同名的考试。"), fields={"title": [_("已经有同名的考试。")]}) from None
    record("ExamPlanned", actor=actor_of(user), hall_code=offering.hall.code, subject_uid=sitting.uid)
    return sitting


def _check_plan(*, title: str, place: str, subjects: list[str], seats: int, held_at: datetime) -> None:
    wrong: dict[str, list[str]] = {
        name: [_("请填写。")] for name, text in {"title": title, "place": place}.items() if not text.strip()
    }
    if not 1 <= len(subjects) <= MOST_SUBJECTS or len(set(subjects)) != len(subjects) or not all(subjects):
        wrong["subjects"] = [_("请写明1至%(most)d个科目，不能重复。") % {"most": MOST_SUBJECTS}]
    if not 1 <= seats <= MOST_SEATS:
        wrong["seats"] = [_("座位数应在1至%(most)d之间。") % {"most": MOST_SEATS}]
    if held_at <= now():
        wrong["held_at"] = [_("考试时间应在现在以后。")]
    if wrong:
        raise Incomplete(_("请把考试安排写完整。"), fields=wrong)


def enrol(uid: UUID, user: User, *, seen: int, sitting: UUID) -> ExamSeat:
    """Give an accepted case the next seat; two who take the last one wait for each other, and one gets it."""
    with locked_handling(uid, seen=seen) as handling:
        _check_case(user, handling)
        application = handling.application
        if seat_of(application):
            raise WrongState(_("本办件已经编排了考试。"))
        held = ExamSitting.objects.select_for_update(of=("self",)).filter(uid=sitting)
        found = held.filter(offering_id=application.offering_id).first()
        if found is None:
            raise NotFound(_("没有找到这场考试。"))
        if found.held_at <= now():
            raise WrongState(_("这场考试已经开始，不能再编排。"))
        taken = found.taken.count()
        if taken >= found.seats:
            raise WrongState(_("这场考试的座位已经排满，请选择另一场。"))
        seat = ExamSeat.objects.create(
            sitting=found,
            application=application,
            number=taken + 1,
            enrolled_by_uid=user.uid,
            enrolled_by_name=user.name,
        )
        application.enter(Room.EXAM)
        announce(application, ExamEnrolled(seat=seat.uid), by=user)
        text = gettext_lazy("“%(item)s”的考试已经安排，准考证号%(number)s，时间、地点请看办件页面。")
        tell_applicant(application, EXAM, text, key=f"exam:{seat.uid}", number=seat.admission_no)
        return seat


def enter_marks(
    uid: UUID,
    user: User,
    *,
    seen: int | None,
    marks: Mapping[str, str],
    absent: bool = False,
    why: str = "",
    source: str = "",
) -> ExamMarks:
    """The marks of one candidate, or that nobody came. Entered again they replace the ones before, and say why."""
    with locked_handling(uid, seen=seen) as handling:
        _check_case(user, handling)
        seat = seat_of(handling.application)
        if seat is None:
            raise WrongState(_("本办件还没有编排考试。"))
        if seat.sitting.held_at > now():
            raise WrongState(_("考试还没有举行，不能登记成绩。"))
        read = {} if absent else _read(seat.sitting, marks)
        before = marks_of(seat)
        if before and seen is None and _stands(before, read, absent=absent):
            # The same list, imported by two at once: whoever waited finds it done.
            return before
        if before and len(why.strip()) < 2:
            raise Incomplete(_("更正成绩须写明原因。"), fields={"why": [_("请写明更正的原因。")]})
        entered = _replace(seat, before, read, user, absent=absent, why=why.strip() if before else "", source=source)
        _settle(handling, seat, entered, user)
        return entered


def _check_case(user: User, handling: Handling) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以编排考试、登记成绩。"))
    application = handling.application
    if application.spec.allocation != "exam" or application.purpose != Purpose.NEW:
        raise WrongState(_("本办件不按考试、考核结果作出决定。"))
    if application.state != CaseState.ACCEPTED or not handling.is_open:
        raise WrongState(_("只有受理后、作出决定前的办件可以编排考试、登记成绩。"))


def _read(sitting: ExamSitting, marks: Mapping[str, str]) -> dict[str, Decimal]:
    """Every subject with a mark that there can be."""
    read = {subject: read_mark(marks.get(subject, ""), sitting) for subject in sitting.subjects}
    told = _("应为0至%(full)s之间的分数，最多两位小数。") % {"full": sitting.full_mark.normalize()}
    wrong = {subject_field(sitting, subject): [told] for subject, mark in read.items() if mark is None}
    if wrong:
        raise Incomplete(_("请填写每一科的成绩。"), fields=wrong)
    return {subject: mark for subject, mark in read.items() if mark is not None}


def _stands(before: ExamMarks, read: dict[str, Decimal], *, absent: bool) -> bool:
    return before.absent == absent and (before.marks or {}) == {subject: str(mark) for subject, mark in read.items()}


def subject_field(sitting: ExamSitting, subject: str) -> str:
    """What a form calls the mark of this subject."""
    return f"mark-{sitting.subjects.index(subject)}"


def _replace(
    seat: ExamSeat,
    before: ExamMarks | None,
    read: dict[str, Decimal],
    user: User,
    *,
    absent: bool,
    why: str,
    source: str,
) -> ExamMarks:
    if before:
        before.replaced_at = now()
        before.save(update_fields=["replaced_at"])
    return ExamMarks.objects.create(
        seat=seat,
        marks=None if absent else {subject: str(mark) for subject, mark in read.items()},
        absent=absent,
        passed=not absent and passes(read, seat.sitting),
        why=why,
        source=source,
        entered_by_uid=user.uid,
        entered_by_name=user.name,
    )


def _settle(handling: Handling, seat: ExamSeat, entered: ExamMarks, user: User) -> None:
    """What the decision rests on, and the news of it."""
    application, sitting = handling.application, seat.sitting
    result = replace_result(
        handling,
        user,
        None,
        sitting=sitting,
        favourable=entered.passed,
        reference=sitting.title,
        outcome=_in_words(entered),
        happened_on=local_date(sitting.held_at),
    )
    application.enter(Room.ALLOCATION)
    announce(application, ExamMarked(seat=seat.uid, corrected=bool(entered.why)), by=user)
    announce(application, AllocationRecorded(result=result.uid, favourable=entered.passed), by=user)
    text = gettext_lazy("“%(item)s”的考试成绩已经登记，请在办件页面查看。")
    tell_applicant(application, EXAM, text, key=f"marks:{entered.uid}")


@override("zh-hans")
def _in_words(entered: ExamMarks) -> str:
    if entered.absent:
        return "缺考"
    told: dict[str, Any] = entered.marks or {}
    return "，".join(f"{subject}{mark}分" for subject, mark in told.items())
