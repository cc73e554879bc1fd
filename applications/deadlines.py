"""Which clock of a case runs, from when, and where it ends (行政许可法 Art. 32, 42, 43; domain.md timers T1, T4, T7).

Pure: facts and a calendar go in, dates with their explanation come out. Every due column of the database is
rebuilt from here, so that none of them is ever a source.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from hall.catalogue.spec import Limit as ItemLimit
from hall.clock import SHANGHAI
from hall.workdays.arithmetic import Calendar, Due, Limit, Suspension, due_date

# Art. 32 (4): five working days to accept, refuse or tell all that is missing.
INTAKE = Limit(5, "working")
# Art. 44: ten working days from the decision to delivery.
DELIVERY = Limit(10, "working")


def intake_due(received_on: date, calendar: Calendar) -> Due:
    """T1: the last day on which the agency may still accept, refuse or ask for a correction."""
    return due_date(received_on, INTAKE, calendar)


def moment_after(day: date) -> datetime:
    """00:00 of the day after: what the law makes of an unused period happens then."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=SHANGHAI)


def deemed_acceptance_at(received_on: date, calendar: Calendar) -> datetime:
    """The moment at which an application with no outcome counts as accepted."""
    return moment_after(intake_due(received_on, calendar).due)


def correction_due(noticed_on: date, limit: ItemLimit, calendar: Calendar) -> Due:
    """T2: the applicant's time to supply what was asked."""
    return due_date(noticed_on, Limit(limit.days or 30, limit.unit), calendar)


def period_of(start: date, limit: Limit, calendar: Calendar, suspensions: Sequence[Suspension] = ()) -> Due:
    """Any other period of this procedure, counted like all of them."""
    return due_date(start, limit, calendar, suspensions)


def period(
    start: date | None, limit: ItemLimit, calendar: Calendar, suspensions: Sequence[Suspension] = ()
) -> Due | None:
    """The due date of an item's limit; none before the clock started or where the limit is not a number of days."""
    if start is None or limit.days is None:
        return None
    return due_date(start, Limit(limit.days, limit.unit), calendar, suspensions)


def deliver_by(decided_on: date, calendar: Calendar) -> Due:
    """T8: the day by which the certificate must be issued and delivered."""
    return due_date(decided_on, DELIVERY, calendar)
