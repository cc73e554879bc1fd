"""A wrong shape is told with file path and reason, all at once."""

import pytest

from hall.catalogue.checking import check
from tests.factories.items import item, with_fields


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def test_the_smallest_complete_item_is_in_order():
    assert check(item()) == []


def test_a_draft_may_leave_almost_everything_out():
    assert check({"schema": 1, "code": "500190901001", "local_code": True, "name": "草稿"}) == []


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"code": None}, "code", "缺少"),
        ({"code": "12"}, "code", "12位数字"),
        ({"code": 500190901001}, "code", "应为文字"),
        ({"nmae": "x"}, "nmae", "不认识的项"),
        ({"name": ""}, "name", "文字"),
        ({"name": {"en": "only"}}, "name", "文字"),
        ({"schema": 2}, "schema", "应为 1"),
        ({"applicants": ["robot"]}, "applicants[0]", "person"),
        ({"online_allowed": "yes"}, "online_allowed", "true 或 false"),
        ({"effective_from": "2026-02-30"}, "effective_from", "真实的日期"),
        ({"min_real_name_level": 9}, "min_real_name_level", "不能大于 3"),
        ({"topics": ["医疗卫生", "医疗卫生"]}, "topics", "重复"),
        ({"steps": [{"name": "a"}]}, "steps[0].kind", "缺少"),
        ({"result": {"kind": "certificate"}}, "result.name", "缺少"),
    ],
)
def test_a_wrong_shape_names_the_place_and_the_reason(changes, path, reason):
    assert reason in told(item(**changes))[path]


def test_a_field_of_an_unknown_type_is_told_with_its_place():
    fields = [{"key": "a", "label": "甲", "type": "text"}, {"key": "b", "label": "乙", "type": "colour"}]
    assert "long_text" in told(with_fields(*fields))["form.sections[0].fields[1].type"]


def test_every_mistake_is_told_at_once():
    assert set(told(item(schema=2, nmae="x", code="12"))) == {"schema", "nmae", "code"}


@pytest.mark.parametrize("content", [None, [], "text", 7, {}])
def test_something_that_is_no_item_at_all_is_refused(content):
    assert check(content)
