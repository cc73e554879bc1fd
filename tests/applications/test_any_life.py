"""Any life of a case: random people do random deeds on random days, and whatever comes of it is lawful and adds up.

Against real PostgreSQL, through the real deeds: no illegal state, ledgers that sum to the due date, at most one
decision, a complete trail, no number twice, and dates that can be deleted and counted again.
"""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from applications.actions.rebuild import rebuild
from applications.actions.settling import settle_due
from applications.actions.submit import submit
from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import OPEN, Application, Decision, Paper
from applications.queries.dues import clocks_of
from hall.accounts.demo.staff import HALL_LETTERS
from hall.accounts.models import User
from hall.audit.models import Entry
from hall.clock import freeze
from hall.errors import Refused
from hall.events.models import Event
from tests.applications.actions.test_rebuild import delete_every_due_date, derived
from tests.applications.any_deed import DEEDS, WAYS, next_deed, thought_of
from tests.factories import cases

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
DECIDED = [CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED]
STATE = Application._meta.get_field("state")
# Mostly whoever holds the duty, sometimes somebody else.
PEOPLE = st.sampled_from([*[""] * 20, "window", "examiner", "signer", "cert", "head", "supervisor", "applicant"])
CASE, LATEST = st.integers(0, 1), -1
# Of each way that a life may begin with: one that goes all of it, and one that may leave it earlier.
EXAMPLES, STEPS = 2, 8


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


class AnyLife(RuleBasedStateMachine):
    """One or two cases of one applicant; each example begins with the same filing and leaves nothing behind."""

    done: Counter[str] = Counter()
    way: tuple[str, tuple[str, ...]] = WAYS[0]
    # By item: a case that was filed, and a draft of the same applicant.
    filed: dict[str, list[UUID]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.moment = MONDAY
        self.states: dict[UUID, str] = {}
        self.looked_at: tuple[Any, ...] = ()
        self.example = transaction.atomic()
        self.example.__enter__()

    def teardown(self) -> None:
        try:
            self.every_date_can_be_deleted_and_counted_again()
        finally:
            transaction.set_rollback(True)
            self.example.__exit__(None, None, None)

    @initialize(left_early=st.integers(0, 3))
    def somebody_applied(self, left_early: int) -> None:
        item, names = self.way
        self.cases = self.filed[item]
        for name in names[: len(names) - left_early]:
            if name in DEEDS:
                self._try(name, LATEST)
            else:
                getattr(self, name)()

    @rule()
    def the_same_again(self) -> None:
        draft = Application.objects.get(uid=self.cases[1])
        with freeze(self.moment):
            submit(draft.uid, draft.applicant, truth_stated=True)

    @rule(case=CASE)
    def it_goes_on(self, case: int) -> None:
        if name := next_deed(self._case(case)):
            self._try(name, case)
        else:
            self.the_worker_runs()

    @rule(case=CASE, thoughts=st.lists(st.tuples(st.sampled_from(range(60)), PEOPLE), min_size=2, max_size=5))
    def people_think_of_something(self, case: int, thoughts: list[tuple[int, str]]) -> None:
        for number, who in thoughts:
            self._try(thought_of(self._case(case), number), case, who=who)

    @rule(name=st.sampled_from(sorted(DEEDS)), case=CASE, who=PEOPLE, old=st.booleans(), late=st.booleans())
    def somebody_does_something(self, name: str, case: int, who: str, old: bool, late: bool) -> None:
        """``old`` is another part of the case than the one that is open, ``late`` an older page."""
        self._try(name, case, who=who, old=old, late=late and old)

    @rule(days=st.sampled_from([1, 3, 8, 40]))
    def days_pass(self, days: int) -> None:
        self.moment += timedelta(days)

    def many_days_pass(self) -> None:
        self.days_pass(days=40)

    @rule()
    def the_beat_runs(self) -> None:
        with freeze(self.moment):
            settle_due()

    @rule()
    def the_worker_runs(self) -> None:
        with freeze(self.moment):
            cases.work()

    def _every(self) -> QuerySet[Application]:
        return Application.objects.filter(uid__in=self.cases).exclude(state=CaseState.DRAFT).order_by("id")

    def _case(self, number: int) -> Application:
        every = list(self._every())
        return every[number % len(every)]

    def _try(self, name: str, number: int, *, who: str = "", old: bool = False, late: bool = False) -> None:
        application = self._case(number)
        parts = application.handlings.order_by("id")
        handling = (parts.first() if old else None) or parts.filter(state__in=OPEN).last() or parts.last()
        role, deed = DEEDS[name]
        with freeze(self.moment):
            handling = cases.fresh(handling)
            try:
                deed(handling, person(handling, who or role), cases.seen(handling) - late)
            except Refused:
                self.done["refused"] += 1
            else:
                self.done[name] += 1

    @invariant()
    def everything_is_lawful_and_adds_up(self) -> None:
        """Looked at anew when anything happened or time passed: what was refused changed nothing."""
        every = list(self._every())
        happened = (self.moment, *((one.version, one.state) for one in every))
        if happened == self.looked_at:
            return
        self.looked_at = happened
        self.no_state_is_illegal(every)
        self.exactly_one_decision(every)
        self.the_ledger_sums_to_the_due_date(every)
        self.the_trail_is_complete(every)
        self.no_number_is_used_twice(every)
        self.no_date_differs_from_the_facts(every)

    def no_state_is_illegal(self, every: list[Application]) -> None:
        for one in every:
            assert one.state in reachable(self.states.get(one.uid, CaseState.DRAFT))
            self.states[one.uid] = one.state
            leading = [part for part in one.handlings.filter(state__in=OPEN) if part.is_lead]
            assert len(leading) <= 1
            assert not (one.state in EARLY_ENDS and leading)
            assert (one.closed_at is not None) == (one.state in [*EARLY_ENDS, CaseState.CLOSED])
            assert (one.decided_at is not None) == (one.state in DECIDED)

    def exactly_one_decision(self, every: list[Application]) -> None:
        for one in every:
            assert Decision.objects.filter(application=one).count() == (one.state in DECIDED)

    def the_ledger_sums_to_the_due_date(self, every: list[Application]) -> None:
        with freeze(self.moment):
            for one in every:
                part = cases.fresh(one.handlings.filter(state__in=OPEN).last() or one.handlings.last())
                for clock in clocks_of(part.application, part):
                    assert sum(line.given for line in clock.ledger) == sum(line.used for line in clock.ledger)
                    assert (clock.ledger[-1].first, clock.ledger[-1].left) == (clock.due.due, 0)

    def the_trail_is_complete(self, every: list[Application]) -> None:
        for one in every:
            events = Event.objects.filter(subject_uid=one.uid).order_by("version")
            assert list(events.values_list("version", flat=True)) == list(range(1, one.version + 1))
            told = Counter(event.kind.rpartition(".")[2] for event in events)
            trail = Entry.objects.filter(subject_uid=one.uid, action__in=told)
            assert Counter(trail.values_list("action", flat=True)) == told

    def no_number_is_used_twice(self, _every: list[Application]) -> None:
        numbers = list(Paper.objects.values_list("number", flat=True))
        assert len(set(numbers)) == len(numbers)

    def no_date_differs_from_the_facts(self, every: list[Application]) -> None:
        with freeze(self.moment):
            for one in every:
                assert not rebuild(one.uid)

    def every_date_can_be_deleted_and_counted_again(self) -> None:
        with freeze(self.moment):
            before = derived()
            delete_every_due_date()
            for uid in list(Application.objects.values_list("uid", flat=True)):
                rebuild(uid)
            assert derived() == before


def person(handling: Any, role: str) -> User:
    if role == "applicant":
        return User.objects.get(pk=handling.application.applicant_id)
    if role == "supervisor":
        return cases.staff_member(f"{HALL_LETTERS[handling.hall.code]}-supervisor")
    return cases.clerk(handling, role)


def test_whatever_people_do_in_whatever_order_it_is_lawful_and_adds_up(city):
    with freeze(MONDAY):
        for item in dict(WAYS):
            AnyLife.filed[item] = [cases.received_case(item).application.uid, cases.draft_case(item).uid]
    cases.staff_member("yz-supervisor")
    AnyLife.done.clear()
    for number, way in enumerate(WAYS):
        live(type(f"AnyLife{number}", (AnyLife,), {"way": way}))
    assert AnyLife.done["refused"]
    assert sorted(set(DEEDS) - set(AnyLife.done)) == []


def live(lives: type[AnyLife]) -> None:
    run_state_machine_as_test(
        lives,
        settings=settings(
            max_examples=EXAMPLES,
            derandomize=True,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
