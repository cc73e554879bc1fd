"""Asking for a hearing within the five days, and giving the right up (行政许可法 Art. 47).

The applicant does both online; what interested parties hand in is written down by an officer (``recording``).
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.hearings.excluded_time import begin_excluded_time
from applications.actions.hearings.finding import handling_of, require_undecided
from applications.actions.hearings.time_again import end_excluded_time
from applications.actions.locking import locked
from applications.events import HearingRequested, HearingWaived
from applications.hearing_lifecycle import HearingState
from applications.models import Application, Handling, Hearing, HearingParty, Matter, PartyRole
from applications.queries.hearings import can_ask, can_waive, hearings_of, right_ends, wants_it
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import NotFound, WrongState


def request_hearing(uid: UUID, user: User, *, seen: int, statement: str = "") -> Hearing:
    """The applicant's request, once and in time."""
    with locked(uid, seen=seen) as application:
        hearing, party = _own(user, application, can_ask)
        handling = handling_of(application, hearing)
        require_undecided(handling)
        # Told in this order: the clock stops because somebody asked.
        announce(application, HearingRequested(hearing=hearing.uid), by=user)
        enter_request(hearing, party, handling, on=today(), statement=statement, by=user)
        return hearing


def waive_hearing(uid: UUID, user: User, *, seen: int) -> Hearing:
    """The applicant gives the right, or the request, up; it ends when nobody else has one."""
    with locked(uid, seen=seen) as application:
        hearing, party = _own(user, application, can_waive)
        handling = handling_of(application, hearing)
        require_undecided(handling)
        enter_waiver(hearing, party, handling, by=user)
        announce(application, HearingWaived(hearing=hearing.uid), by=user)
        return hearing


def enter_request(
    hearing: Hearing, party: HearingParty, handling: Handling, *, on: date, statement: str, by: User
) -> None:
    """The first request makes the agency owe the hearing within twenty working days and stops the clock."""
    party.requested_on, party.statement = on, statement
    party.save()
    if hearing.state in (HearingState.TOLD, HearingState.LAPSED):
        hearing.request(on=on)
        owe(hearing, handling, by=by)
    hearing = _fresh_parties(hearing)
    rebuild_dues(handling.application, handling)
    # The request was announced before what it brings about: nothing else would save the dates that stand still now.
    handling.application.save()


def owe(hearing: Hearing, handling: Handling, *, by: User) -> None:
    """From now on the agency owes this hearing: an errand with its day where the law sets one, and excluded time."""
    hearing.save()
    limit = deadlines.ORGANISE_HEARING if hearing.may_be_given_up else None
    since = hearing.owed_on if limit else None
    open_errand(handling, Duty.EXAMINER, Matter.ORGANISE_HEARING, hearing.uid, since=since, limit=limit)
    begin_excluded_time(hearing, handling, by=by)


def enter_waiver(hearing: Hearing, party: HearingParty, handling: Handling, *, by: User) -> None:
    party.waived_at = now()
    party.save()
    hearing = _fresh_parties(hearing)
    if not any(wants_it(one) for one in hearing.parties.all()) and right_ends(hearing) is None:
        hearing.waive(at=now())
        hearing.save()
        close_errands(hearing.uid, by=by)
        end_excluded_time(hearing, handling.application, on=today(), by=by)
    rebuild_dues(handling.application, handling)


def _fresh_parties(hearing: Hearing) -> Hearing:
    """What was read before the change says the old."""
    getattr(hearing, "_prefetched_objects_cache", {}).clear()
    return hearing


def _own(
    user: User, application: Application, lawful: Callable[[Hearing, HearingParty], bool]
) -> tuple[Hearing, HearingParty]:
    if not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    for hearing in hearings_of(application):
        for party in hearing.parties.all():
            if party.role == PartyRole.APPLICANT and lawful(hearing, party):
                return hearing, party
    raise WrongState(_("现在没有可以申请或者放弃的听证，期限可能已经届满。"))
