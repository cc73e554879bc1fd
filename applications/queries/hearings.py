"""The hearings of a case, when its rights lapse and what falls due: derived from the days on which people were told.

行政许可法 Art. 47: five days to ask (T9), twenty working days to organise (T10). No due date is stored.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from applications import deadlines
from applications.hearing_lifecycle import OPEN_HEARING, HearingState
from applications.lifecycle import CaseState
from applications.models import Application, Challenge, Handling, Hearing, HearingParty, PartyRole, Room, Sitting
from applications.models.moved_due import DueClock
from applications.models.reading import read_once
from applications.queries.told_dues import told_calendar
from hall.clock import now, today
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_for

# The request may still be dropped, and the right still lapse, until the hearing is held.
NOT_HELD = [HearingState.TOLD, HearingState.REQUESTED, HearingState.SCHEDULED]


def hearings_of(application: Application) -> list[Hearing]:
    """Every hearing with its parties; none is asked for where the case never had one."""
    if not application.has_been_in(Room.HEARING):
        return []
    every = application.hearings.select_related("handling__hall").prefetch_related("parties")
    return read_once(application, "hearings", lambda: list(every))


def open_hearings(application: Application) -> list[Hearing]:
    return [one for one in hearings_of(application) if one.state in OPEN_HEARING]


def hearings_here(handling: Handling, *states: HearingState) -> list[Hearing]:
    """Those that this agency holds."""
    own = [one for one in hearings_of(handling.application) if one.handling_id == handling.pk]
    return [one for one in own if one.state in states]


def request_due(party: HearingParty, hall_code: str) -> date | None:
    """T9 of one party; none for somebody who was never told."""
    if party.told_on is None:
        return None
    told_on, unit = party.told_on, "natural" if party.period_unit == "natural" else "working"

    def count(calendar: Calendar) -> date:
        return deadlines.hearing_request_due(told_on, unit, calendar).due  # type: ignore[arg-type]

    application = party.hearing.application
    return count(told_calendar(application, DueClock.HEARING, party.uid, calendar_for(hall_code), count))


def organise_due(hearing: Hearing) -> date | None:
    """T10: only a hearing that was asked for has a day (Art. 47)."""
    if hearing.owed_on is None or not hearing.may_be_given_up:
        return None
    return deadlines.organise_hearing_by(hearing.owed_on, calendar_for(hearing.handling.hall.code)).due


def may_still_ask(party: HearingParty, hall_code: str, on: date) -> bool:
    due = request_due(party, hall_code)
    return due is not None and on <= due and party.requested_on is None and party.waived_at is None


def wants_it(party: HearingParty) -> bool:
    return party.requested_on is not None and party.waived_at is None


def right_ends(hearing: Hearing) -> datetime | None:
    """When nobody who was told can ask any more; None while somebody wants the hearing."""
    if hearing.state not in NOT_HELD or not hearing.may_be_given_up:
        return None
    parties = list(hearing.parties.all())
    if any(wants_it(one) for one in parties):
        return None
    code = hearing.handling.hall.code
    days = [due for one in parties if one.waived_at is None and (due := request_due(one, code))]
    return deadlines.moment_after(max(days)) if days else None


def overdue_at(hearing: Hearing) -> datetime | None:
    """When T10 passes for a hearing that is owed and not held, unless that has been told."""
    waiting = hearing.state in (HearingState.REQUESTED, HearingState.SCHEDULED)
    due = organise_due(hearing) if waiting and hearing.overdue_told_at is None else None
    return deadlines.moment_after(due) if due else None


def waiting(application: Application) -> list[Hearing]:
    """The hearings whose periods run: those of a case that is accepted and undecided."""
    return open_hearings(application) if application.state == CaseState.ACCEPTED else []


def current_sitting(hearing: Hearing) -> Sitting | None:
    return Sitting.objects.filter(hearing=hearing, replaced_at=None).first()


def open_challenges(hearing: Hearing) -> Iterator[Challenge]:
    yield from Challenge.objects.filter(sitting__hearing=hearing, answered_at=None).select_related("sitting")


def adoption_of(application: Application) -> str:
    """How the decision uses the records of its hearings, as its paper says (Art. 48)."""
    if not application.has_been_in(Room.HEARING):
        return ""
    return "".join(application.hearings.filter(state=HearingState.RECORDED).values_list("adoption", flat=True))


def choices_of(hearings: Iterable[Hearing]) -> list[tuple[str, str]]:
    """For a form that asks which one."""
    return [(str(one.uid), f"{one.get_ground_display()}（{one.get_state_display()}）") for one in hearings]


def parties_who(handling: Handling, lawful: Callable[[Hearing, HearingParty], bool]) -> list[HearingParty]:
    """Interested parties of this agency's hearings for whom something may be written down now."""
    here = [one for one in hearings_of(handling.application) if one.handling_id == handling.pk]
    found = [(one, party) for one in here for party in one.parties.all() if lawful(one, party)]
    return [party for _one, party in found if party.role == PartyRole.INTERESTED]


def can_ask(hearing: Hearing, party: HearingParty) -> bool:
    asked_for = hearing.state in (HearingState.TOLD, HearingState.REQUESTED)
    return asked_for and may_still_ask(party, hearing.handling.hall.code, today())


def can_have_asked(hearing: Hearing, party: HearingParty) -> bool:
    """Also somebody whose letter came in time and was not written down before the right seemed to lapse."""
    silent = party.told_on is not None and party.requested_on is None and party.waived_at is None
    return silent and hearing.state in (HearingState.TOLD, HearingState.REQUESTED, HearingState.LAPSED)


def can_waive(hearing: Hearing, party: HearingParty) -> bool:
    """Before the hearing is held; not what was waived already, and never a hearing of Art. 46."""
    return hearing.state in NOT_HELD and hearing.may_be_given_up and (can_ask(hearing, party) or wants_it(party))


def can_challenge(hearing: Hearing, party: HearingParty) -> bool:
    """Art. 48 (3): once the presider is known and until the hearing begins; once against each."""
    if hearing.state != HearingState.SCHEDULED or party.waived_at is not None:
        return False
    sitting = current_sitting(hearing)
    return bool(sitting and now() < sitting.starts_at and not sitting.challenges.filter(by_name=party.name).exists())
