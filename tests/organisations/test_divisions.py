"""Divisions live in time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.organisations.demo.divisions import build_divisions
from hall.organisations.models import Division
from hall.organisations.queries import serving_hall

CHANGE = date(2025, 11, 6)


def districts(on):
    return Division.objects.current(on).filter(parent__code="500000")


days = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@pytest.fixture
def divisions(db):
    return {division.code: division for division in build_divisions(None)}


def test_thirty_seven_divisions_are_current_and_两江新区_is_one(divisions):
    codes = set(districts(date(2026, 11, 24)).values_list("code", flat=True))
    assert len(codes) == 37
    assert "500157" in codes
    assert not codes & {"500105", "500112", "500000"}


def test_before_the_change_the_two_old_districts_stood_and_the_new_area_did_not(divisions):
    codes = set(districts(date(2025, 11, 5)).values_list("code", flat=True))
    assert len(codes) == 38
    assert {"500105", "500112"} <= codes
    assert "500157" not in codes


def test_on_the_day_of_the_change_the_new_area_has_taken_over(divisions):
    codes = set(districts(CHANGE).values_list("code", flat=True))
    assert "500157" in codes
    assert not codes & {"500105", "500112"}


def test_an_ended_division_names_the_one_that_followed_it(divisions):
    assert divisions["500105"].successor == divisions["500157"]
    assert divisions["500112"].successor == divisions["500157"]
    assert divisions["500103"].successor is None


@given(begins=st.none() | days, lasts=st.none() | st.integers(0, 20_000), on=days)
def test_validity_is_a_half_open_span_of_days(begins, lasts, on):
    ends = None if lasts is None else date.fromordinal((begins or date(1990, 1, 1)).toordinal() + lasts)
    division = Division(code="500199", name="演示区", valid_from=begins, valid_to=ends)
    inside = (begins is None or on >= begins) and (ends is None or on < ends)
    assert division.is_current(on) is inside


def test_the_rule_of_one_division_and_of_the_list_agree(divisions):
    for on in (date(1997, 1, 1), date(2025, 11, 5), CHANGE, date(2030, 1, 1)):
        listed = set(Division.objects.current(on))
        assert listed == {division for division in divisions.values() if division.is_current(on)}


def test_a_ring_of_successors_ends_in_nobody_rather_than_never(db):
    one = Division.objects.create(code="1", name="甲", short_name="甲", kind="区", valid_to=CHANGE)
    two = Division.objects.create(code="2", name="乙", short_name="乙", kind="区", valid_to=CHANGE, successor=one)
    one.successor = two
    one.save()
    assert serving_hall(one, date(2026, 1, 1)) is None
