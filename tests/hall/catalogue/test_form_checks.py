"""The form of an item file: what the questions need, and what conditions may read."""

import pytest

from hall.catalogue.checking import check
from tests.factories.items import item, with_fields

KIND = {
    "key": "kind",
    "label": "类别",
    "type": "choice",
    "choices": [{"value": "bath", "label": "浴室"}, {"value": "pool", "label": "泳池"}],
}
AREA = {"key": "area", "label": "面积", "type": "number"}
AIR = {"key": "air", "label": "空调", "type": "yes_no"}
TEXT = {"key": "note", "label": "说明", "type": "text"}


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def when(condition, *before):
    return told(with_fields(*before, {**TEXT, "when": condition}))


@pytest.mark.parametrize(
    "condition",
    [
        {"field": "kind", "is": "bath"},
        {"field": "kind", "in": ["bath", "pool"]},
        {"field": "area", "at_least": 10},
        {"field": "air", "is": True},
        {"all": [{"field": "air", "is": True}, {"not": {"field": "area", "below": 10}}]},
    ],
)
def test_a_condition_may_read_what_was_asked_before(condition):
    assert when(condition, KIND, AREA, AIR) == {}


@pytest.mark.parametrize(
    ("condition", "place", "reason"),
    [
        ({"field": "colour", "is": "red"}, ".field", "没有“colour”"),
        ({"field": "kind", "is": "spa"}, ".is", "不在“kind”的选项中"),
        ({"field": "kind", "at_least": 3}, ".at_least", "只能比较"),
        ({"field": "area", "is": "10"}, ".is", "不加引号的数字"),
        ({"field": "air", "is": "maybe"}, ".is", "true 或 false"),
        ({"field": "kind", "includes": "bath"}, ".includes", "多选"),
        ({"field": "kind"}, "", "条件应为"),
        ({"field": "kind", "is": "bath", "is_not": "pool"}, "", "条件应为"),
        ({"all": [{"field": "kind", "is": "bath"}], "field": "kind"}, "", "条件应为"),
    ],
)
def test_a_condition_that_can_never_work_is_refused(condition, place, reason):
    assert reason in when(condition, KIND, AREA, AIR)[f"form.sections[0].fields[3].when{place}"]


def test_a_condition_may_not_read_what_is_asked_later():
    early = {**TEXT, "when": {"field": "kind", "is": "bath"}}
    assert "排在它前面的" in told(with_fields(early, KIND))["form.sections[0].fields[0].when.field"]


def test_materials_routes_and_warnings_read_the_form_too():
    bad = {"field": "capital", "at_least": 1}
    content = item(
        materials=[{"key": "a", "name": "材料", "when": bad}],
        routes=[{"level": "district", "when": bad}, {"level": "district"}],
        warnings=[{"text": "注意", "when": bad}],
    )
    assert {"materials[0].when.field", "routes[0].when.field", "warnings[0].when.field"} <= set(told(content))


def test_keys_are_unique_in_the_whole_form():
    assert "fields[0] 重复" in told(with_fields(TEXT, {**TEXT, "label": "又一"}))["form.sections[0].fields[1].key"]


def test_keys_of_materials_are_unique():
    content = item(materials=[{"key": "a", "name": "甲"}, {"key": "a", "name": "乙"}])
    assert "重复" in told(content)["materials[1].key"]


@pytest.mark.parametrize("kind", ["choice", "choices"])
def test_a_choice_needs_choices(kind):
    assert "缺少选项" in told(with_fields({**TEXT, "type": kind}))["form.sections[0].fields[0].choices"]


def test_choices_have_different_values():
    twice = {**KIND, "choices": [{"value": "a", "label": "甲"}, {"value": "a", "label": "乙"}]}
    assert "重复" in told(with_fields(twice))["form.sections[0].fields[0].choices[1].value"]


def test_a_text_has_no_choices_and_no_columns():
    odd = {**TEXT, "choices": KIND["choices"], "columns": [AREA]}
    assert {"form.sections[0].fields[0].choices", "form.sections[0].fields[0].columns"} <= set(told(with_fields(odd)))


def test_rows_need_columns_and_columns_are_checked_like_fields():
    assert "缺少列" in told(with_fields({**TEXT, "type": "rows"}))["form.sections[0].fields[0].columns"]
    rows = {**TEXT, "type": "rows", "columns": [{**TEXT, "type": "choice"}]}
    assert "缺少选项" in told(with_fields(rows))["form.sections[0].fields[0].columns[0].choices"]


@pytest.mark.parametrize("kind", ["phone", "id_card"])
def test_numbers_of_people_must_be_personal(kind):
    assert "personal: true" in told(with_fields({**TEXT, "type": kind}))["form.sections[0].fields[0].personal"]
    assert told(with_fields({**TEXT, "type": kind, "personal": True})) == {}


def test_rows_with_a_personal_column_are_personal_as_a_whole():
    rows = {**TEXT, "type": "rows", "columns": [{**TEXT, "personal": True}]}
    assert "整组" in told(with_fields(rows))["form.sections[0].fields[0].personal"]


def test_bounds_are_in_order_and_only_where_they_mean_something():
    assert "大于上限" in told(with_fields({**AREA, "least": 5, "most": 1}))["form.sections[0].fields[0].least"]
    assert "只用于" in told(with_fields({**TEXT, "least": 5}))["form.sections[0].fields[0].least"]
    assert "只用于" in told(with_fields({**AREA, "max_length": 5}))["form.sections[0].fields[0].max_length"]
