"""The decision's template: every placeholder can be filled, and nothing personal is published."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.placeholders import filled, placeholders
from hall.catalogue.reading import spec_of
from tests.factories.items import item, with_fields

NAME = {"key": "place_name", "label": "场所名称", "type": "text"}
SECRET = {"key": "owner_id", "label": "身份证号", "type": "id_card", "personal": True}
GROUND = {"key": "dirty", "text": "不符合标准", "basis": "《演示条例》第一条"}


def told(**decision):
    content = {**with_fields(NAME, SECRET), "decision": decision}
    return {problem.path: problem.reason for problem in check(content)}


def test_applicant_item_and_answers_may_be_named():
    assert told(grant="准予{applicant}经营“{answers.place_name}”（{item}）。", grounds=[GROUND]) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{owner}", "不认识的占位"),
        ("{answers.colour}", "没有字段“colour”"),
        ("{answers.owner_id}", "个人信息"),
        ("{applicant", "花括号不成对"),
        ("applicant}", "花括号不成对"),
        ("{{applicant}}", "花括号不成对"),
    ],
)
def test_what_cannot_be_filled_or_must_not_be_published_is_refused(text, reason):
    for name in ("grant", "deny"):
        assert reason in told(**{name: text})[f"decision.{name}"]
        assert reason in told(**{name: {"zh": "准予", "en": text}})[f"decision.{name}"]


def test_each_ground_has_its_own_key():
    assert "重复" in told(grounds=[GROUND, GROUND])["decision.grounds[1].key"]


def test_a_ground_needs_reason_and_law():
    assert {"decision.grounds[0].text", "decision.grounds[0].basis"} <= set(told(grounds=[{"key": "dirty"}]))


def test_an_item_without_a_template_is_as_it_was():
    decision = spec_of(item()).decision
    assert (decision.grant, decision.deny, decision.grounds, decision.conditions, decision.territory) == (
        "", "", (), (), "",
    )  # fmt: skip


def test_filling_is_plain_replacement():
    assert placeholders("甲{a}乙{b}") == ["a", "b"]
    assert filled("甲{a}乙{b}", {"a": "{b}"}) == "甲{b}乙"
