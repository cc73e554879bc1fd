"""Every date of a case that is derived from facts and a calendar, by name: what a recount may move.

A room that keeps a due column of its own adds its function to ``DERIVED`` and its count to
``applications.actions.recounts``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from applications.lifecycle import CaseState
from applications.models import OPEN, Application, PartyRole, Room
from applications.models.moved_due import DueClock
from applications.queries.hearings import request_due, waiting
from applications.queries.inquiries import open_inquiry
from applications.queries.parties import heard_in
from applications.queries.promises import commitments_of, outstanding


@dataclass(frozen=True, slots=True)
class Derived:
    """``clock`` is empty for what concerns the desk alone and is told to no applicant."""

    name: str
    label: str
    day: date | None
    subject_uid: UUID
    clock: DueClock | None = None
    division: str = ""
    # Whether the applicant is told; an interested party is no user of the hall and hears from the agency.
    own: bool = True


def derived_dates(application: Application) -> dict[str, Derived]:
    return {one.name: one for dates in DERIVED for one in dates(application)}


def _of_case(application: Application) -> Iterator[Derived]:
    code = application.hall.code
    yield _told(DueClock.INTAKE, application.intake_due, application.uid, code)
    lead = application.handlings.filter(state__in=OPEN).order_by("id").values_list("hall__code", flat=True).first()
    yield _told(DueClock.PROMISE, application.promise_due, application.uid, lead or code)


def _of_handlings(application: Application) -> Iterator[Derived]:
    for handling in application.handlings.select_related("hall"):
        code = handling.hall.code
        yield _told(DueClock.STATUTORY, handling.statutory_due, handling.uid, code)
        if application.state == CaseState.DECIDED and not handling.is_open:
            yield _told(DueClock.DELIVERY, handling.desk_due, handling.uid, code)


def _of_corrections(application: Application) -> Iterator[Derived]:
    if application.has_been_in(Room.CORRECTION):
        for correction in application.corrections.filter(supplied_at=None):
            yield _told(DueClock.CORRECTION, correction.due, correction.uid, application.hall.code)


def _of_tolerances(application: Application) -> Iterator[Derived]:
    for tolerance in outstanding(application):
        yield _told(DueClock.TOLERANCE, tolerance.due, tolerance.uid, application.hall.code)


def _of_inquiries(application: Application) -> Iterator[Derived]:
    if inquiry := open_inquiry(application):
        yield _told(DueClock.INQUIRY, inquiry.due, inquiry.uid, inquiry.handling.hall.code)


def _of_rectifications(application: Application) -> Iterator[Derived]:
    for promise in commitments_of(application):
        if promise.rectify_due and promise.rectified_at is None:
            yield _told(DueClock.RECTIFICATION, promise.rectify_due, promise.uid, application.hall.code)


def _of_hearings(application: Application) -> Iterator[Derived]:
    """T9 is stored nowhere: it is counted from the day on which each party was told."""
    for hearing in waiting(application):
        code = hearing.handling.hall.code
        for party in hearing.parties.all():
            if party.requested_on is None and party.waived_at is None:
                due, own = request_due(party, code), party.role == PartyRole.APPLICANT
                yield replace(_told(DueClock.HEARING, due, party.uid, code), own=own)


def _of_statements(application: Application) -> Iterator[Derived]:
    if not application.has_been_in(Room.PARTIES):
        return
    for handling in application.handlings.select_related("hall").filter(state__in=OPEN):
        handling.application = application
        for heard in heard_in(handling):
            if not heard.statements and heard.party.waived_at is None:
                own, uid = heard.party.is_applicant, heard.party.uid
                yield replace(_told(DueClock.STATEMENT, heard.due.due, uid, handling.hall.code), own=own)


def _of_errands(application: Application) -> Iterator[Derived]:
    for errand in application.errands.filter(done_at=None):
        name = f"{errand.matter} {errand.subject_uid}"
        yield Derived(name, str(errand.get_matter_display()), errand.due, errand.subject_uid)


def _told(clock: DueClock, day: date | None, subject: UUID, division: str) -> Derived:
    return Derived(f"{clock} {subject}", str(clock.label), day, subject, clock, division)


DERIVED: tuple[Callable[[Application], Iterator[Derived]], ...] = (
    _of_case,
    _of_handlings,
    _of_corrections,
    _of_tolerances,
    _of_inquiries,
    _of_rectifications,
    _of_hearings,
    _of_statements,
    _of_errands,
)
