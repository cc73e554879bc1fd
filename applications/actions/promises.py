"""What promises and tolerated materials bring about in other deeds: told at acceptance, verified after a grant.

A case without either passes through here at no cost (``queries.promises``).
"""

from collections.abc import Sequence
from datetime import date

from applications import deadlines
from applications.actions.errands import close_errands, open_errand
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import CommitmentPaper, Owed, Promised, ToleranceNotice
from applications.documents.facts import CaseFacts
from applications.lifecycle import AcceptanceMode
from applications.models import Application, Commitment, Handling, Tolerance
from applications.models.errand import Matter
from applications.models.moved_due import DueClock
from applications.queries.promises import commitments_of, outstanding
from applications.queries.told_dues import told_calendar
from hall.accounts.models import Duty, User
from hall.catalogue.wording import FORMATS
from hall.clock import today
from hall.workdays.arithmetic import Calendar, Limit
from hall.workdays.calendars import calendar_for


def mode_of(application: Application) -> AcceptanceMode:
    """On what footing a complete application is accepted: what is owed later counts before what is promised."""
    if outstanding(application):
        return AcceptanceMode.TOLERANT
    return AcceptanceMode.COMMITTED if commitments_of(application) else AcceptanceMode.NORMAL


def draft_commitments(handling: Handling, facts: CaseFacts) -> None:
    """D-06b: every promise of the filing on one paper."""
    if promises := commitments_of(handling.application):
        draft(CommitmentPaper(facts, promises=tuple(_promised(one) for one in promises)), handling, officer=None)


def _promised(one: Commitment) -> Promised:
    return Promised(
        material=one.name,
        proves=one.told["proves"],
        text=one.told["text"],
        consequence=one.told["consequence"],
        version=one.text_version,
        sm3=one.sm3,
        signer=one.signer_name,
        signed_at=one.signed_at,
    )


def set_tolerances(handling: Handling) -> Sequence[Tolerance]:
    """At acceptance the time to hand in what may follow begins, on the day on which it is told."""
    tolerated = outstanding(handling.application)
    for one in tolerated:
        one.told_on = today()
        count_tolerance(one, hall_code=handling.hall.code)
        one.save()
    return tolerated


def tell_tolerances(handling: Handling, tolerated: Sequence[Tolerance], *, by: User | None) -> None:
    """D-06a: told once, with list, form, deadline and consequence."""
    if tolerated:
        forms = {one.key: str(FORMATS[one.format]) for one in handling.application.spec.materials}
        owed = tuple(Owed(one.name, forms[one.key], _due(one), one.consequence) for one in tolerated)
        draft(ToleranceNotice(case_facts(handling), owed=owed), handling, officer=by)


def follow_promises(handling: Handling, *, since: date) -> None:
    """Each promise that nobody has verified yet waits for an examiner of the deciding agency (国办发〔2020〕42号)."""
    spec = {one.key: one for one in handling.application.spec.materials}
    for promise in commitments_of(handling.application):
        told = spec[promise.key].commitment
        if not promise.result and told:
            limit = Limit(told.verify_days, "working")
            open_errand(handling, Duty.EXAMINER, Matter.VERIFY_COMMITMENT, promise.uid, since=since, limit=limit)


def propose_revocation(handling: Handling, promise: Commitment) -> None:
    """Only the head of the agency that granted may revoke (行政许可法 Art. 69), so the proposal waits for the head."""
    open_errand(handling, Duty.HEAD, Matter.PROPOSE_REVOCATION, promise.uid)


def proposals_of(application: Application) -> list[Commitment]:
    """The false promises for which revocation is proposed and not answered yet."""
    promises = commitments_of(application)
    if not promises:
        return []
    waiting = application.errands.filter(matter=Matter.PROPOSE_REVOCATION, done_at=None)
    open_ones = set(waiting.values_list("subject_uid", flat=True))
    return [one for one in promises if one.uid in open_ones]


def end_proposals(application: Application, *, by: User) -> None:
    """The licence was revoked: what was proposed is done."""
    for promise in proposals_of(application):
        close_errands(promise.uid, by=by)


def count_tolerance(one: Tolerance, *, hall_code: str) -> None:
    """Derive by when the material has to follow; the caller saves."""
    if one.told_on:
        start, limit = one.told_on, Limit(one.days, "working")

        def count(calendar: Calendar) -> date:
            return deadlines.period_of(start, limit, calendar).due

        told_by = told_calendar(one.application, DueClock.TOLERANCE, one.uid, calendar_for(hall_code), count)
        one.due = count(told_by)


def _due(one: Tolerance) -> date:
    assert one.due is not None
    return one.due
