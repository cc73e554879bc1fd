"""The legal states: what the lifecycle does not list cannot happen, whoever asks and in whatever order."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django_fsm import ConcurrentTransition, TransitionNotAllowed
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from applications.drawing import drawing, transitions
from applications.lifecycle import AcceptanceMode, CaseState, HandlingState
from applications.management.commands import draw_lifecycles
from applications.models import Application, Handling
from hall.clock import now
from tests.factories.cases import received_case

# Written by hand from domain.md §1.3, so that a transition added by mistake is noticed here.
CASE_MOVES = {
    ("draft", "receive"): "received",
    ("received", "ask_correction"): "correcting",
    ("correcting", "supply_correction"): "received",
    ("received", "accept"): "accepted",
    ("received", "find_not_required"): "not_required",
    ("received", "refuse"): "refused",
    ("correcting", "lapse"): "lapsed",
    ("correcting", "refuse"): "refused",
    **{(state, "withdraw"): "withdrawn" for state in ("received", "correcting", "accepted")},
    **{(state, "terminate"): "terminated" for state in ("received", "correcting", "accepted")},
    **{(state, "void"): "voided" for state in ("received", "correcting", "accepted")},
    ("accepted", "decide"): "decided",
    ("decided", "deliver"): "delivered",
    ("delivered", "close"): "closed",
}
HANDLING_MOVES = {
    ("intake", "admit"): "examining",
    **{(state, "end"): "ended" for state in ("intake", "examining", "deciding")},
    **{(state, "return_down"): "returned" for state in ("intake", "examining", "deciding")},
    **{(state, "transfer"): "transferred" for state in ("intake", "examining", "deciding")},
    ("reported_up", "take_back"): "examining",
    ("examining", "join_in"): "concluded",
    ("examining", "propose"): "deciding",
    ("deciding", "send_back"): "examining",
    ("examining", "report_up"): "reported_up",
    ("deciding", "conclude"): "concluded",
}
CASE_NAMES = sorted({name for _state, name in CASE_MOVES})
HANDLING_NAMES = sorted({name for _state, name in HANDLING_MOVES})


def move(subject, name):
    """Call a transition with whatever it stamps."""
    if name == "accept":
        return subject.accept(on=date(2026, 11, 24), mode=AcceptanceMode.NORMAL)
    plain = {"ask_correction", "supply_correction", "admit", "propose", "send_back", "take_back"}
    return getattr(subject, name)(at=now()) if name not in plain else getattr(subject, name)()


@pytest.mark.parametrize("state", CaseState.values)
@pytest.mark.parametrize("name", CASE_NAMES)
def test_a_case_moves_only_as_listed(state, name):
    case = Application(state=state)
    if (state, name) in CASE_MOVES:
        move(case, name)
        assert case.state == CASE_MOVES[state, name]
    else:
        with pytest.raises(TransitionNotAllowed):
            move(case, name)
        assert case.state == state


@pytest.mark.parametrize("state", HandlingState.values)
@pytest.mark.parametrize("name", HANDLING_NAMES)
def test_a_handling_moves_only_as_listed(state, name):
    handling = Handling(state=state)
    if (state, name) in HANDLING_MOVES:
        move(handling, name)
        assert handling.state == HANDLING_MOVES[state, name]
    else:
        with pytest.raises(TransitionNotAllowed):
            move(handling, name)
        assert handling.state == state


@pytest.mark.parametrize(("model", "moves"), [(Application, CASE_MOVES), (Handling, HANDLING_MOVES)])
def test_the_list_is_complete(model, moves):
    listed = {(state, target) for (state, _name), target in moves.items()}
    assert {(source, target) for source, target, _label in transitions(model)} == listed


@pytest.mark.parametrize("model", [Application, Handling])
def test_nobody_writes_a_state_by_hand(model):
    with pytest.raises(AttributeError):
        model().state = "closed"


@pytest.mark.parametrize("model", [Application, Handling])
def test_every_move_says_in_chinese_what_it_is(model):
    assert all(any("一" <= letter <= "鿿" for letter in label) for _source, _target, label in transitions(model))


class Life(RuleBasedStateMachine):
    """Any sequence of moves whatever: each ends in the state of the hand-written list, or changes nothing."""

    @initialize()
    def begin(self):
        self.case, self.past = Application(), ["draft"]

    @rule(name=st.sampled_from(CASE_NAMES))
    def try_to(self, name):
        before = self.case.state
        target = CASE_MOVES.get((before, name))
        try:
            move(self.case, name)
        except TransitionNotAllowed:
            assert target is None
            assert self.case.state == before
        else:
            assert self.case.state == target
            self.past.append(self.case.state)

    @invariant()
    def nothing_is_skipped(self):
        assert "decided" not in self.past or "accepted" in self.past
        assert "delivered" not in self.past or "decided" in self.past

    @invariant()
    def what_has_ended_stays_ended(self):
        ends = {"closed", "not_required", "refused", "lapsed", "withdrawn", "terminated", "voided"}
        assert not ends & set(self.past[:-1])

    @invariant()
    def each_moment_is_stamped_once_reached(self):
        assert (self.case.accepted_on is not None) == ("accepted" in self.past)
        assert (self.case.decided_at is not None) == ("decided" in self.past)
        assert (self.case.delivered_at is not None) == ("delivered" in self.past)


TestLife = Life.TestCase
TestLife.settings = hypothesis_settings(max_examples=60, stateful_step_count=30, deadline=None)


@pytest.mark.django_db
def test_two_copies_of_one_case_cannot_both_move(city):
    first = received_case().application
    second = Application.objects.get(pk=first.pk)
    first.accept(on=date(2026, 11, 24), mode=AcceptanceMode.NORMAL)
    first.save()
    second.refuse(at=now())
    with pytest.raises(ConcurrentTransition), transaction.atomic():
        second.save()
    assert Application.objects.get(pk=first.pk).state == CaseState.ACCEPTED


def test_the_committed_drawing_is_the_code():
    call_command("draw_lifecycles", "--check")


def test_a_stale_drawing_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_lifecycles, "DRAWING", tmp_path / "lifecycle.md")
    draw_lifecycles.DRAWING.write_text(drawing().replace("受理", "收讫"), encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("draw_lifecycles", "--check")
    call_command("draw_lifecycles")
    call_command("draw_lifecycles", "--check")


def test_reading_a_column_that_was_left_out_undoes_no_move(city):
    key = received_case().application_id
    with transaction.atomic():
        application = Application.objects.select_for_update().defer("answers", "personal_answers").get(pk=key)
        application.accept(on=now().date(), mode=AcceptanceMode.NORMAL)
        assert application.all_answers
        application.save()
    assert Application.objects.get(pk=key).state == application.state == CaseState.ACCEPTED


def test_read_anew_as_a_whole_it_is_as_the_row_says(city):
    application = received_case().application
    application.accept(on=now().date(), mode=AcceptanceMode.NORMAL)
    application.refresh_from_db()
    assert application.state == CaseState.RECEIVED
