"""Exams as their organ sees them, and the marks of one case (行政许可法 Art. 54)."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from applications.models import Application, ExamMarks, ExamSeat, ExamSitting, Handling, Room
from applications.rules import exam_departments
from hall.accounts.models import User
from hall.catalogue.models import Offering
from hall.clock import SHANGHAI, now
from hall.errors import NotFound

# A guide is no calendar: the next few are enough.
MOST_ON_GUIDE = 10


def sittings_of(user: User) -> QuerySet[ExamSitting]:
    """The exams of the departments in which this person examines."""
    found = ExamSitting.objects.filter(department__in=exam_departments(user))
    return found.select_related("offering", "department__hall").annotate(seated=Count("taken"))


def sitting_for(user: User, uid: UUID) -> ExamSitting:
    """One of them; somebody else's is as if absent."""
    found = sittings_of(user).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这场考试。"))
    return found


def exam_offerings(user: User) -> list[Offering]:
    """What is decided by an exam in those departments."""
    offered = Offering.objects.filter(department__in=exam_departments(user), version__content__allocation="exam")
    return list(offered.select_related("version", "department__hall", "item"))


def open_sittings(handling: Handling) -> QuerySet[ExamSitting]:
    """The sittings to come of this item at this organ that have a seat left."""
    coming = ExamSitting.objects.filter(offering_id=handling.application.offering_id, held_at__gt=now())
    seated = coming.annotate(seated=Count("taken")).order_by("held_at", "id")
    return seated.filter(seats__gt=F("seated"))


def seat_of(application: Application) -> ExamSeat | None:
    if not application.has_been_in(Room.EXAM):
        return None
    return ExamSeat.objects.select_related("sitting").filter(application=application).first()


def marks_of(seat: ExamSeat) -> ExamMarks | None:
    """The set that counts."""
    return seat.marks.filter(replaced_at=None).first()


def read_mark(written: str, sitting: ExamSitting) -> Decimal | None:
    """A mark of two places between nothing and the full mark; None for whatever else was written."""
    try:
        mark = Decimal(written.strip())
    except InvalidOperation:
        return None
    if not mark.is_finite() or not 0 <= mark <= sitting.full_mark or mark != round(mark, 2):
        return None
    return round(mark, 2)


def passes(marks: Mapping[str, Decimal], sitting: ExamSitting) -> bool:
    """Every subject reaches the line that was published."""
    return all(marks[subject] >= sitting.pass_line for subject in sitting.subjects)


def candidates_of(sitting: ExamSitting) -> list[tuple[ExamSeat, ExamMarks | None]]:
    """Everybody who has a seat, by number, with the marks that count."""
    seats = list(sitting.taken.select_related("application").prefetch_related("marks"))
    for seat in seats:
        seat.sitting = sitting
    return [(seat, next((one for one in seat.marks.all() if one.replaced_at is None), None)) for seat in seats]


def exams_on_guide(offering: Offering) -> list[str]:
    """What the guide tells of the sittings to come: when, where, in what, and the line that has to be reached."""
    coming = ExamSitting.objects.filter(offering=offering, held_at__gt=now()).order_by("held_at", "id")
    return [_told(sitting) for sitting in coming[:MOST_ON_GUIDE]]


def _told(sitting: ExamSitting) -> str:
    words = {
        "title": sitting.title,
        "at": f"{sitting.held_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        "place": sitting.place,
        "subjects": _("、").join(sitting.subjects),
        "line": sitting.pass_line,
        "full": sitting.full_mark,
    }
    return _("%(title)s：%(at)s，%(place)s；科目：%(subjects)s；每科%(line)s分合格（满分%(full)s分）。") % words
