"""Who must be heard before the decision, until when, and whether they were (行政许可法 Art. 36)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from applications import deadlines
from applications.models import Exhibit, Handling, InterestedParty, Statement
from applications.models.moved_due import DueClock
from applications.queries.exhibits import exhibits_of
from applications.queries.told_dues import told_calendar
from hall.clock import today
from hall.workdays.arithmetic import Calendar, Due, Limit
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Heard:
    """One side as the page shows it; ``due`` is counted anew each time, so a changed calendar moves it."""

    party: InterestedParty
    due: Due
    statements: list[tuple[Statement, list[Exhibit]]]

    @property
    def is_settled(self) -> bool:
        """Heard, waived, or the period is over."""
        return bool(self.statements) or self.party.waived_at is not None or today() > self.due.due


def period_of(told_on: date, days: int, hall_code: str) -> Due:
    return deadlines.period_of(told_on, Limit(days, "working"), calendar_for(hall_code))


def _due_of(party: InterestedParty, calendar: Calendar) -> Due:
    told_on, days = party.told_on, party.days
    limit = Limit(days, "working")

    def count(by: Calendar) -> date:
        return deadlines.period_of(told_on, limit, by).due

    application = party.handling.application
    by = told_calendar(application, DueClock.STATEMENT, party.uid, calendar, count)
    return deadlines.period_of(told_on, limit, by)


def sides_of(handling: Handling) -> list[Heard]:
    """The same without the files that came with what was said: enough to know who was heard."""
    found = handling.parties.prefetch_related("statements")
    return _heard(found, handling.hall.code, files=False)


def heard_in(handling: Handling) -> list[Heard]:
    """Every side of this handling, with what it said."""
    return _heard(handling.parties.prefetch_related("statements"), handling.hall.code)


def own_side(handling: Handling) -> Heard | None:
    """The applicant's side, once somebody was told."""
    own = handling.parties.filter(is_applicant=True).prefetch_related("statements")
    return next(iter(_heard(own, handling.hall.code)), None)


def _heard(parties: Iterable[InterestedParty], hall_code: str, *, files: bool = True) -> list[Heard]:
    calendar = calendar_for(hall_code)
    sides = [(party, list(party.statements.all())) for party in parties]
    said_here = [said.uid for _party, statements in sides for said in statements]
    with_files = exhibits_of(said_here) if files else {}
    return [
        Heard(
            party,
            _due_of(party, calendar),
            [(said, with_files.get(said.uid, [])) for said in statements],
        )
        for party, statements in sides
    ]
