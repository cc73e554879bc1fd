"""Proposing a change of the calendar, and then making it or letting it go (domain.md §11 (3))."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now
from hall.errors import NotAllowed, NotFound, WrongState
from hall.workdays.actions import make
from hall.workdays.changes import Change, Notice, Regional, Removal, foreseen
from hall.workdays.foreseeing import owe_batch
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.models import CalendarProposal, CalendarRevision, ProposalState
from hall.workdays.recounting import following
from hall.workdays.revisions import current_version
from hall.workdays.rules import may_change_calendar


@transaction.atomic
def propose(change: Change, by: User) -> CalendarProposal:
    """Keep the change as a proposal and begin to count what it would move. Raises Invalid for what cannot be right."""
    _ask(by)
    content, base = foreseen(change), current_version()
    proposal = CalendarProposal(
        **_told(change),
        rows=[[row.date.isoformat(), row.kind, row.name] for row in change.rows],
        base_version=base,
        content=content,
        made_by_uid=by.uid,
        made_by_name=by.name,
    )
    first = following("")
    if first is None:
        proposal.state = ProposalState.READY
    else:
        owe_batch(proposal, first, 0)
    proposal.save()
    _record("workdays.change_proposed", by, proposal)
    return proposal


@transaction.atomic
def apply_proposal(uid: UUID, by: User) -> CalendarRevision | None:
    """Make the change. What was counted on an older calendar is refused: its moves would not be those shown."""
    proposal = _held(uid, by)
    if proposal.state != ProposalState.READY:
        raise WrongState(_("这项变更现在的状态是“%(state)s”，不能启用。") % {"state": proposal.get_state_display()})
    if proposal.base_version != current_version():
        raise WrongState(_("核算以后工作日历又有变动，请重新上传并核算。"))
    revision = make(change_of(proposal), actor=actor_of(by))
    proposal.revision = revision
    _end(proposal, ProposalState.APPLIED, by)
    _record("workdays.change_applied", by, proposal)
    return revision


@transaction.atomic
def discard_proposal(uid: UUID, by: User) -> None:
    """Let it go; counting stops with the next batch. What holds already is not undone by this."""
    proposal = _held(uid, by)
    if proposal.state not in (ProposalState.COUNTING, ProposalState.READY):
        raise WrongState(_("这项变更现在的状态是“%(state)s”，不能放弃。") % {"state": proposal.get_state_display()})
    _end(proposal, ProposalState.DISCARDED, by)
    _record("workdays.change_discarded", by, proposal)


def change_of(proposal: CalendarProposal) -> Change:
    rows = [DayRow(date=date.fromisoformat(day), kind=DayKind(kind), name=name) for day, kind, name in proposal.rows]
    if proposal.year is not None:
        return Notice(rows, proposal.year, proposal.notice, proposal.url)
    return (Removal if proposal.removes else Regional)(rows, proposal.region, proposal.notice)


def _told(change: Change) -> dict[str, object]:
    if isinstance(change, Notice):
        return {"year": change.year, "notice": change.notice, "url": change.url}
    return {"region": change.region, "notice": change.basis, "removes": isinstance(change, Removal)}


def _held(uid: UUID, by: User) -> CalendarProposal:
    _ask(by)
    found = CalendarProposal.objects.select_for_update().filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这项日历变更。"))
    return found


def _ask(by: User) -> None:
    if not may_change_calendar(by):
        raise NotAllowed(_("工作日历由市级监督岗位的工作人员变更。"))


def _end(proposal: CalendarProposal, state: ProposalState, by: User) -> None:
    proposal.state = state
    proposal.ended_by_name, proposal.ended_at = by.name, now()
    proposal.save()


def _record(action: str, by: User, proposal: CalendarProposal) -> None:
    code = proposal.region or settings.HALL_CITY_CODE
    record(action, actor=actor_of(by), hall_code=code, subject_uid=proposal.uid)
