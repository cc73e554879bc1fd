"""Conditions on answers, as data."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.conditions import fields_of, holds

CAPITAL = {"field": "capital", "at_least": 5_000_000}


@pytest.mark.parametrize("answer", ["5000000", "5,000,000.00", 6_000_000, Decimal("5000000.00")])
def test_money_is_compared_as_a_number_however_it_was_typed(answer):
    assert holds(CAPITAL, {"capital": answer})


@pytest.mark.parametrize("answer", ["4999999.99", "900000", "", None])
def test_less_or_nothing_does_not_reach_the_bound(answer):
    assert not holds(CAPITAL, {"capital": answer})


@pytest.mark.parametrize("operator", ["is", "is_not", "in", "at_least", "above", "at_most", "below"])
def test_an_unanswered_field_makes_every_comparison_false(operator):
    assert not holds({"field": "capital", operator: ["1"] if operator == "in" else 1}, {})


@pytest.mark.parametrize("answer", [True, "yes", "true"])
def test_yes_is_yes_however_it_is_kept(answer):
    assert holds({"field": "air", "is": True}, {"air": answer})
    assert not holds({"field": "air", "is": False}, {"air": answer})


@pytest.mark.parametrize("answer", [False, "no"])
def test_no_is_an_answer_too(answer):
    assert holds({"field": "air", "is": False}, {"air": answer})
    assert holds({"field": "air", "is_not": True}, {"air": answer})


def test_several_choices_include_one():
    assert holds({"field": "services", "includes": "online"}, {"services": ["search", "online"]})
    assert not holds({"field": "services", "includes": "online"}, {"services": ["search"]})


def test_dates_compare_as_days():
    assert holds({"field": "opens", "above": "2026-12-31"}, {"opens": "2027-01-01"})


answers = st.dictionaries(st.sampled_from("abc"), st.one_of(st.integers(), st.booleans(), st.text(max_size=3)))
comparisons = st.fixed_dictionaries({"field": st.sampled_from("abc"), "is": st.integers()})
conditions = st.recursive(
    comparisons,
    lambda inner: (
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)})
        | st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)})
        | st.fixed_dictionaries({"not": inner})
    ),
    max_leaves=6,
)


@given(conditions, answers)
def test_not_turns_a_condition_round(condition, given_answers):
    assert holds({"not": condition}, given_answers) is not holds(condition, given_answers)


@given(conditions, conditions, answers)
def test_all_and_any_follow_de_morgan(one, other, given_answers):
    neither = {"not": {"any": [one, other]}}
    both_not = {"all": [{"not": one}, {"not": other}]}
    assert holds(neither, given_answers) == holds(both_not, given_answers)


@given(conditions, answers, answers)
def test_only_the_fields_that_it_reads_decide_a_condition(condition, given_answers, others):
    read = fields_of(condition)
    changed = {**others, **{key: value for key, value in given_answers.items() if key in read}}
    changed = {key: value for key, value in changed.items() if key not in read or key in given_answers}
    assert holds(condition, changed) == holds(condition, given_answers)
