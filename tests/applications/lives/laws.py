"""What is true of every case whatever people did: no illegal state, one decision, ledgers that sum, a whole trail.

A case is looked at anew when anything happened to it or a day passed: what was refused changed nothing.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from applications.actions.rebuild import rebuild
from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import OPEN, Application, Decision, Licence, Paper
from applications.queries.dues import clocks_of
from hall.audit.models import Entry
from hall.clock import today
from hall.events.models import Event
from tests.applications.actions.test_rebuild import delete_every_due_date, derived
from tests.factories import cases

DECIDED = [CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED]
STATE = Application._meta.get_field("state")


def reachable(state: str) -> set[str]:
    """Every state that lawful moves lead to: a deed may settle what fell due before."""
    ways: dict[str, set[str]] = {}
    for move in STATE.get_all_transitions(Application):
        ways.setdefault(str(move.source), set()).add(str(move.target))
    found, ahead = {state}, [state]
    while ahead:
        new = ways.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found


class Laws:
    """Remembers of each case what it was when it was last looked at."""

    def __init__(self) -> None:
        self.states: dict[UUID, str] = {}
        self.looked_at: dict[UUID, Any] = {}

    def hold(self, uids: Iterable[UUID]) -> None:
        for one in Application.objects.filter(uid__in=uids).exclude(state=CaseState.DRAFT).order_by("id"):
            happened = (today(), one.version, one.state)
            if self.looked_at.get(one.uid) == happened:
                continue
            self.looked_at[one.uid] = happened
            self.no_state_is_illegal(one)
            self.exactly_one_decision(one)
            self.the_ledger_sums_to_the_due_date(one)
            self.the_trail_is_complete(one)
            self.no_number_is_used_twice()
            # Counting everything again costs as much as a deed; the end of each life does it anyway.
            if one.version % 3 == 0:
                self.no_date_differs_from_the_facts(one)

    def no_state_is_illegal(self, one: Application) -> None:
        assert one.state in reachable(self.states.get(one.uid, CaseState.DRAFT))
        self.states[one.uid] = one.state
        leading = [part for part in one.handlings.filter(state__in=OPEN) if part.is_lead]
        assert len(leading) <= 1
        assert not (one.state in EARLY_ENDS and leading)
        assert (one.closed_at is not None) == (one.state in [*EARLY_ENDS, CaseState.CLOSED])
        assert (one.decided_at is not None) == (one.state in DECIDED)

    def exactly_one_decision(self, one: Application) -> None:
        assert Decision.objects.filter(application=one).count() == (one.state in DECIDED)

    def the_ledger_sums_to_the_due_date(self, one: Application) -> None:
        part = cases.fresh(one.handlings.filter(state__in=OPEN).last() or one.handlings.last())
        for clock in clocks_of(part.application, part):
            assert sum(line.given for line in clock.ledger) == sum(line.used for line in clock.ledger)
            assert (clock.ledger[-1].first, clock.ledger[-1].left) == (clock.due.due, 0)

    def the_trail_is_complete(self, one: Application) -> None:
        events = Event.objects.filter(subject_uid=one.uid).order_by("version")
        assert list(events.values_list("version", flat=True)) == list(range(1, one.version + 1))
        told = Counter(event.kind.rpartition(".")[2] for event in events)
        trail = Entry.objects.filter(subject_uid=one.uid, action__in=told)
        assert Counter(trail.values_list("action", flat=True)) == told

    def no_number_is_used_twice(self) -> None:
        for numbered in (Paper, Licence):
            numbers = list(numbered.objects.values_list("number", flat=True))
            assert len(set(numbers)) == len(numbers)

    def no_date_differs_from_the_facts(self, one: Application) -> None:
        mine = Application.objects.filter(pk=one.pk)
        before = derived(mine)
        assert not rebuild(one.uid), difference(before, derived(mine))

    def every_date_can_be_deleted_and_counted_again(self, uids: Iterable[UUID]) -> None:
        """Those of every part and errand of these cases as well."""
        mine = Application.objects.filter(uid__in=uids)
        before = derived(mine)
        delete_every_due_date(mine)
        for uid in list(mine.values_list("uid", flat=True)):
            rebuild(uid)
        assert derived(mine) == before, difference(before, derived(mine))


def difference(before: Any, after: Any) -> str:
    """Which dates were counted otherwise than the deed left them."""
    pairs = [pair for told in zip(before, after, strict=True) for pair in zip(*told, strict=True)]
    return "; ".join(f"{was} now {now}" for was, now in pairs if was != now)
