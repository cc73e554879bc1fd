"""Opening and closing errands inside the deed that makes or answers them; the case is locked by the caller."""

from datetime import date
from uuid import UUID

from applications import deadlines
from applications.models import Errand, Handling
from applications.models.errand import Matter
from hall.accounts.models import Duty, User
from hall.clock import now
from hall.organisations.models import Department
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for


def open_errand(
    handling: Handling,
    duty: Duty,
    matter: Matter,
    subject: UUID,
    *,
    since: date | None = None,
    limit: Limit | None = None,
    department: Department | None = None,
) -> Errand:
    """Let something wait for whoever holds ``duty`` at the handling's department, or at the one named."""
    errand = Errand(
        department=department or handling.department,
        duty=duty,
        matter=matter,
        application=handling.application,
        handling=handling,
        subject_uid=subject,
        counted_from=since,
        limit_days=limit.days if limit else None,
        limit_unit=limit.unit if limit else "working",
    )
    count_errand(errand)
    errand.save()
    return errand


def close_errands(subject: UUID, *, by: User | None) -> None:
    """What waited for this subject is done; closing twice changes nothing."""
    Errand.objects.filter(subject_uid=subject, done_at=None).update(
        done_at=now(), done_by_uid=by.uid if by else None, done_by_name=by.name if by else ""
    )


def count_errand(errand: Errand) -> None:
    """Derive the due date; the caller saves."""
    if errand.counted_from is None or errand.limit_days is None:
        errand.due = None
        return
    limit = Limit(errand.limit_days, errand.limit_unit)  # type: ignore[arg-type]
    errand.due = deadlines.period_of(errand.counted_from, limit, calendar_for(errand.department.hall.code)).due
