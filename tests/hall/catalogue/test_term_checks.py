"""Periods, fees, codes, secrecy and who offers an item."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from tests.factories.items import item, two_level_item


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def limits(statutory, promise):
    return {"limits": {"statutory": statutory, "promise": promise}, "steps": None}


@pytest.mark.parametrize(
    ("statutory", "promise", "fits"),
    [
        ("20个工作日", "20个工作日", True),
        ("20个工作日", "21个工作日", False),
        ("即办", "1个工作日", False),
        ("30个自然日", "31个自然日", False),
        ("30个自然日", "31个工作日", True),  # unlike units are not compared
        ({"note": "按国家规定"}, "31个工作日", True),
    ],
)
def test_the_promise_is_not_longer_than_the_law_allows(statutory, promise, fits):
    assert ("limits.promise" not in told(item(**limits(statutory, promise)))) is fits


def test_the_promise_of_a_two_level_item_spans_both_levels():
    assert told(two_level_item(limits={"statutory": "20+20个工作日", "promise": "40个工作日"})) == {}
    too_long = two_level_item(limits={"statutory": "20+20个工作日", "promise": "41个工作日"})
    assert "41 长于法定期限 40" in told(too_long)["limits.promise"]


@pytest.mark.parametrize("name", ["statutory", "promise", "correction"])
def test_an_unclear_period_is_refused_and_not_guessed(name):
    written = {"statutory": "20个工作日", "promise": "10个工作日", name: "30日"}
    assert "工作日还是自然日" in told(item(limits=written))[f"limits.{name}"]


def test_two_numbers_need_two_levels():
    assert "一级办理" in told(item(limits={"statutory": "20+20个工作日"}, steps=None))["limits.statutory"]


def test_a_fee_needs_its_law():
    fees = {"charged": True, "items": [{"name": "证照费", "standard": "10元"}]}
    assert {"fees.items[0].basis", "fees.items[0].basis_level"} <= set(told(item(fees=fees)))


def test_a_fee_with_its_law_is_in_order():
    one = {"name": "证照费", "standard": "10元", "basis": "《演示法》第一条", "basis_level": "law"}
    assert told(item(fees={"charged": True, "items": [one]})) == {}


def test_fees_are_either_charged_or_not():
    assert "fees.items" in told(item(fees={"charged": True}))
    one = {"name": "证照费", "standard": "10元", "basis": "《演示法》", "basis_level": "law"}
    assert "fees.charged" in told(item(fees={"charged": False, "items": [one]}))


def test_a_matter_of_state_secrets_is_never_online():
    assert "国家秘密" in told(item(secrecy=True))["online_allowed"]
    assert told(item(secrecy=True, online_allowed=False)) == {}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"local_code": False}, "local_code"),
        ({"code": "500117002011"}, "local_code"),
        ({"code": "500590901001"}, "code"),
        ({"task_type": "07"}, "code"),
    ],
)
def test_a_code_that_was_made_up_says_so(changes, path):
    assert path in told(item(**changes))


@pytest.mark.parametrize(
    ("offers", "path"),
    [
        ([{"level": "district", "department": "魔法部"}], "offered_by[0].department"),
        ([{"level": "city", "department": "水利", "divisions": ["500103"]}], "offered_by[0].divisions"),
        ([{"level": "district", "department": "水利"}, {"level": "district", "department": "公安"}], "offered_by"),
    ],
)
def test_who_offers_the_item_must_be_somebody(offers, path):
    assert path in told(item(offered_by=offers, steps=None))


def test_a_theme_must_be_one_of_the_doors():
    assert "topics[1]" in told(item(topics=["医疗卫生", "火星移民"]))


def test_an_item_does_not_end_before_it_begins():
    assert "effective_to" in told(item(effective_from="2026-02-01", effective_to="2026-01-31"))


def test_a_text_that_the_database_cannot_keep_is_refused():
    assert "控制字符" in told(item(conditions=["好", "坏\0"]))["conditions[1]"]


def procedure(**written):
    return {"special_procedures": [{"name": "环境影响评价", "kind": "other", **written}]}


def test_a_kind_of_its_own_stops_the_clock_only_by_a_law_that_is_named():
    assert "special_procedures[0].basis" in told(item(**procedure(stops_clock=True)))
    assert told(item(**procedure(stops_clock=True, basis="《演示条例》第九条"))) == {}
    assert told(item(**procedure())) == {}


@pytest.mark.parametrize("name", ["现场踏勘", "征求意见", {"zh": "公示", "en": "Publication"}])
def test_a_visit_or_a_consultation_never_stops_the_clock(name):
    written = item(**procedure(name=name, stops_clock=True, basis="《演示条例》第九条"))
    assert "special_procedures[0].stops_clock" in told(written)


def test_the_eight_kinds_of_the_law_always_stop_it():
    assert "special_procedures[0].stops_clock" in told(item(**procedure(kind="testing", stops_clock=False)))
    assert spec_of(item(**procedure(kind="testing"))).special_procedures[0].stops_clock
    assert not spec_of(item(**procedure())).special_procedures[0].stops_clock
