"""Which clock of a case runs, from when, and where it ends (行政许可法 Art. 32, 42-45, 55; domain.md timers T1-T16).

Pure: facts and a calendar go in, dates with their explanation come out. Every due column of the database is
rebuilt from here, so that none of them is ever a source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from hall.catalogue.spec import Limit as ItemLimit
from hall.clock import SHANGHAI
from hall.workdays.arithmetic import Calendar, Due, Limit, Suspension, Unit, due_date

# Art. 32 (4): five working days to accept, refuse or tell all that is missing.
INTAKE = Limit(5, "working")
# domain.md T2: the shares of the applicant's period, in per cent, at which they are reminded.
REMINDED_AT = (50, 90)
# Art. 44: ten working days from the decision to delivery.
DELIVERY = Limit(10, "working")
# T17 (domain.md §1.4): a decision is published within seven working days.
PUBLICATION = Limit(7, "working")
# Art. 55: two officers or more are named to test within five working days of acceptance.
TESTERS = Limit(5, "working")
# Art. 42: what the head of an agency may add where the item says nothing, and the government in joint handling.
EXTENSION, JOINT_EXTENSION = 10, 15
# Art. 47: five days to ask for a hearing, twenty to organise it. Art. 48 (1): seven days' notice.
HEARING_REQUEST_DAYS = 5
ORGANISE_HEARING = Limit(20, "working")
HEARING_NOTICE = Limit(7, "working")

# A stretch of waiting as its row keeps it: first day, last day or None while it goes on.
Wait = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension as a clock sees it (Art. 45): both its ends are taken out; ``last`` is empty while it runs."""

    first: date
    last: date | None
    reason: Any
    estimate: int

    def expected(self, calendar: Calendar) -> date:
        """T16: the day by which it should be over, as the applicant was told."""
        return due_date(self.first, Limit(self.estimate, "working"), calendar).due


@dataclass(frozen=True, slots=True)
class Longer:
    """An extension that was granted on a day, in days of the period that it extends (Art. 42)."""

    on: date
    days: int


@dataclass(frozen=True, slots=True)
class Period:
    """Everything that a due date depends on beside the calendar; ``rule`` is the law that it rests on."""

    start: date
    limit: Limit
    rule: Any = ""
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Longer, ...] = ()

    @property
    def whole(self) -> Limit:
        """The limit together with what was added to it."""
        return Limit(self.limit.days + sum(one.days for one in self.extensions), self.limit.unit)

    def reckon(self, calendar: Calendar, today: date) -> "Reckoned":
        """Where the period ends, or, while a suspension stops it, where it would end if that ended as told."""
        over = sorted((one for one in self.pauses if one.last), key=lambda one: one.first)
        due = due_date(self.start, self.whole, calendar, [_taken_out(one, one.last) for one in over])
        # One that begins after the due date moves nothing, open or not.
        stopping = [one for one in self.pauses if one.last is None and one.first <= due.due]
        if not stopping:
            return Reckoned(self, due)
        out = [_taken_out(one, one.last or max(one.expected(calendar), today)) for one in [*over, *stopping]]
        return Reckoned(self, due_date(self.start, self.whole, calendar, out), stopped=True)


def _taken_out(pause: Pause, last: date | None) -> Suspension:
    assert last is not None
    return Suspension(pause.first, last, str(pause.reason))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A period on a calendar. While ``stopped``, ``due`` is only what is expected and no limit can pass."""

    period: Period
    due: Due
    stopped: bool = False

    @property
    def on(self) -> date | None:
        """The due date; none while the clock stands."""
        return None if self.stopped else self.due.due


def intake_due(received_on: date, calendar: Calendar) -> Due:
    """T1: the last day on which the agency may still accept, refuse or ask for a correction."""
    return due_date(received_on, INTAKE, calendar)


def moment_after(day: date) -> datetime:
    """00:00 of the day after: what the law makes of an unused period happens then."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=SHANGHAI)


def deemed_acceptance_at(received_on: date, calendar: Calendar) -> datetime:
    """The moment at which an application with no outcome counts as accepted."""
    return moment_after(intake_due(received_on, calendar).due)


def remind_at(due: date) -> datetime:
    """00:00 two days before what is owed has to come: a reminder is then in time and not forgotten again."""
    return moment_after(due - timedelta(days=3))


def correction_due(noticed_on: date, limit: ItemLimit, calendar: Calendar) -> Due:
    """T2: the applicant's time to supply what was asked."""
    return due_date(noticed_on, Limit(limit.days or 30, limit.unit), calendar)


def reminders(noticed_on: date, due: date) -> tuple[tuple[int, datetime], ...]:
    """T2: when half and when nine tenths of the applicant's days are over, at eight in the morning."""
    days = (due - noticed_on).days
    moments = ((share, noticed_on + timedelta(days=-(-days * share // 100))) for share in REMINDED_AT)
    return tuple((share, datetime.combine(day, time(8), tzinfo=SHANGHAI)) for share, day in moments)


def period_of(start: date, limit: Limit, calendar: Calendar, suspensions: Sequence[Suspension] = ()) -> Due:
    """Any other period of this procedure, counted like all of them."""
    return due_date(start, limit, calendar, suspensions)


def deliver_by(decided_on: date, calendar: Calendar) -> Due:
    """T8: the day by which the certificate must be issued and delivered."""
    return due_date(decided_on, DELIVERY, calendar)


def publish_by(decided_on: date, calendar: Calendar, stops: Sequence[Suspension] = ()) -> Due:
    """T17. The time in which the applicant is asked, or their objection judged, is not counted (条例 Art. 33)."""
    return due_date(decided_on, PUBLICATION, calendar, stops)


def stops(waits: Sequence[Wait], today: date) -> list[Suspension]:
    """What is taken out of the days of publication; what goes on is taken out up to today."""
    found = []
    for first, last in waits:
        assert first is not None
        begins = date.fromisoformat(first)
        found.append(Suspension(begins, max(begins, date.fromisoformat(last) if last else today)))
    return found


def unpublished_too_long(due: date, waits: Sequence[Wait], today: date) -> bool:
    """Whether the last day has passed; an open objection holds it, unless that came too late to move anything."""
    held = any(last is None and first and date.fromisoformat(first) <= due for first, last in waits)
    return today > due and not held


def hearing_request_due(told_on: date, unit: Unit, calendar: Calendar) -> Due:
    """T9 (Art. 47): the last day on which somebody who was told may ask for a hearing."""
    return due_date(told_on, Limit(HEARING_REQUEST_DAYS, unit), calendar)


def organise_hearing_by(requested_on: date, calendar: Calendar) -> Due:
    """T10 (Art. 47): the day by which a hearing that was asked for is organised."""
    return due_date(requested_on, ORGANISE_HEARING, calendar)


def earliest_hearing(noticed_on: date, calendar: Calendar) -> date:
    """Art. 48 (1): parties know day and place seven working days before."""
    return due_date(noticed_on, HEARING_NOTICE, calendar).due
