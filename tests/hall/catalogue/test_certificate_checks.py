"""What an item lets stand on its certificate: questions of its form, one line each, nothing personal."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from tests.hall.catalogue.test_own_items import NAMES, SOURCES


def showing(*keys, kind="certificate"):
    content = SOURCES["public_place_hygiene"]
    return {**content, "result": {**content["result"], "kind": kind, "shows": list(keys)}}


@pytest.mark.parametrize("name", NAMES)
def test_every_published_item_says_what_stands_on_its_certificate(name):
    assert spec_of(SOURCES[name]).result.shows


@pytest.mark.parametrize("name", NAMES)
def test_every_published_item_says_how_it_is_granted_and_why_it_may_be_denied(name):
    decision = spec_of(SOURCES[name]).decision
    assert decision.grant
    assert decision.deny
    assert all(one.text and one.basis for one in decision.grounds)
    assert len(decision.grounds) > 1


@pytest.mark.parametrize("key", ["nothing", "place_name", "staff"])
def test_what_is_neither_a_day_nor_a_number_ends_no_licence(key):
    content = SOURCES["public_place_hygiene"]
    ended = {**content, "result": {**content["result"], "ends_by": key}}
    assert [problem.path for problem in check(ended)] == ["result.ends_by"]


@pytest.mark.parametrize("key", ["nothing", "place_name", "beds"])
def test_what_is_no_day_begins_no_licence(key):
    content = SOURCES["public_place_hygiene"]
    begun = {**content, "result": {**content["result"], "begins_by": key}}
    assert [problem.path for problem in check(begun)] == ["result.begins_by"]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (["nothing"], "没有字段"),
        (["manager"], "个人信息"),
        (["area", "area"], "重复"),
        (["staff"], "个人信息"),
    ],
)
def test_what_cannot_stand_there_is_told(keys, reason):
    assert [problem for problem in check(showing(*keys)) if reason in problem.reason]


def test_only_a_certificate_shows_anything():
    assert [problem for problem in check(showing("area", kind="approval")) if problem.path == "result.shows"]


def test_several_rows_are_no_line():
    content = SOURCES["yangtze_sand_mining"]
    wrong = {**content, "result": {**content["result"], "shows": ["vessels"]}}
    assert [problem for problem in check(wrong) if "有多行" in problem.reason]


def test_one_sheet_holds_so_much():
    open_questions = [one.key for one in spec_of(SOURCES["public_place_hygiene"]).fields if not one.personal]
    assert [problem for problem in check(showing(*open_questions)) if "最多" in problem.reason]


def test_without_it_nothing_is_shown():
    content = SOURCES["public_place_hygiene"]
    plain = {**content, "result": {name: value for name, value in content["result"].items() if name != "shows"}}
    assert check(plain) == []
    assert spec_of(plain).result.shows == ()
