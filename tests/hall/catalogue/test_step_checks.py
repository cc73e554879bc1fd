"""The blueprint of an item file: one way from intake to delivery, at each level."""

import pytest

from hall.catalogue.checking import check
from tests.factories.items import STEPS, TWO_LEVEL_STEPS, item, step, two_level_item

DISTRICT, CITY = {"level": "district", "department": "卫生健康"}, {"level": "city", "department": "卫生健康"}


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def test_one_level_and_two_level_items_are_in_order():
    assert check(item()) == []
    assert check(two_level_item()) == []


def test_both_levels_may_have_steps_of_the_same_names():
    both = [{**one, "level": ["district", "city"]} for one in STEPS]
    assert check(item(steps=both, offered_by=[DISTRICT, CITY])) == []


@pytest.mark.parametrize(
    ("steps", "path", "reason"),
    [
        ([step("intake", "intake", "nowhere"), *STEPS[1:]], "steps[0].next", "没有名为“nowhere”的环节"),
        ([*STEPS[:3], step("deliver", "deliver", "review")], "steps[3].next", "又回到“review”"),
        ([*STEPS, step("lost", "review", "decide")], "steps[4]", "没有环节通向这里"),
        ([*STEPS, step("review", "review", "decide")], "steps[4].name", "重复"),
        (STEPS[1:], "steps[0].kind", "第一个环节应为 intake"),
        ([step("intake", "intake")], "steps[0].next", "应有且只有一个 decide"),
        ([STEPS[0], STEPS[1], step("decide", "decide")], "steps[2].kind", "最后一个环节应为 deliver"),
        (
            [step("intake", "intake", "deliver"), step("deliver", "deliver", "decide"), step("decide", "decide")],
            "steps[1].kind",
            "排在 decide 之后",
        ),
        ([step("intake", "intake", "review", department="魔法"), *STEPS[1:]], "steps[0].department", "没有“魔法”"),
        ([step("intake", "intake", "review", department="水利"), *STEPS[1:]], "steps[0].department", "不一致"),
        ([step("intake", "intake", "review", days=30), *STEPS[1:]], "steps", "超过承诺期限 10"),
        ([*STEPS[:3], step("deliver", "deliver", days=11)], "steps", "超过颁发、送达的 10 日"),
    ],
)
def test_a_way_that_does_not_lead_through_is_refused(steps, path, reason):
    assert reason in told(item(steps=steps))[path]


def test_whoever_offers_the_item_has_steps():
    assert "没有写 city 一级的环节" in told(item(offered_by=[DISTRICT, CITY]))["steps"]


def test_nobody_has_steps_who_does_not_offer_the_item():
    steps = [{**one, "level": ["district", "city"]} for one in STEPS]
    assert "没有 city 一级" in told(item(steps=steps))["steps[0].level"]


def test_a_two_level_item_goes_up_once_and_never_comes_down():
    steps = [*TWO_LEVEL_STEPS[:3], step("decide", "decide", "deliver"), TWO_LEVEL_STEPS[4]]
    assert "应为 city" in told(two_level_item(steps=steps))["steps[3].level"]
    up_again = step("again", "report_up", "decide", level="city")
    steps = [*TWO_LEVEL_STEPS[:2], step("report_up", "report_up", "again"), up_again, *TWO_LEVEL_STEPS[3:]]
    assert "只能上报" in told(two_level_item(steps=steps))["steps[3].kind"]


def test_a_two_level_item_is_filed_in_the_district_only():
    assert "只在区县受理" in told(two_level_item(offered_by=[DISTRICT, CITY]))["offered_by"]


def test_routes_end_with_one_that_takes_everybody():
    form = {"sections": [{"title": "甲", "fields": [{"key": "capital", "label": "资本", "type": "money"}]}]}
    rich = {"level": "city", "when": {"field": "capital", "at_least": 5}}
    steps = [{**one, "level": ["district", "city"]} for one in STEPS]
    both = {"form": form, "steps": steps, "offered_by": [DISTRICT, CITY]}
    assert check(item(routes=[rich, {"level": "district"}], **both)) == []
    assert "最后一条" in told(item(routes=[rich], **both))["routes[0].when"]
    assert (
        "只能放在最后" in told(item(routes=[{"level": "district"}, rich, {"level": "city"}], **both))["routes[0].when"]
    )


def test_a_route_leads_to_a_level_that_offers_the_item():
    assert "没有 city 一级" in told(item(routes=[{"level": "city"}]))["routes[0].level"]
