"""Inspection, check-list and statement days of an item file."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from tests.factories.items import item, two_level_item

POINTS = [{"key": "place", "text": "有固定场所", "basis": "《演示条例》第一条"}, {"key": "people", "text": "有人员"}]


def told(content):
    return {problem.path: problem.reason for problem in check(content)}


def test_they_are_read_as_written():
    content = item(
        inspection={"required": True, "kind": "technical", "standard": "GB 1"}, checklist=POINTS, statement_days=7
    )
    assert check(content) == []
    spec = spec_of(content)
    assert spec.must_inspect("district")
    assert spec.technical_inspection
    assert [one.key for one in spec.checklist] == ["place", "people"]
    assert spec.statement_days == 7


def test_an_old_file_has_none_of_them():
    spec = spec_of(item())
    assert (spec.inspection, spec.checklist, spec.statement_days) == (None, (), 5)
    assert not spec.may_inspect("district")
    assert not spec.technical_inspection


def test_one_that_is_not_required_may_be_done():
    spec = spec_of(item(inspection={"required": False}))
    assert spec.may_inspect("district")
    assert not spec.must_inspect("district")


@pytest.mark.parametrize(("level", "where"), [({}, "district"), ({"level": "city"}, "city")])
def test_of_two_levels_one_inspects(level, where):
    content = two_level_item(inspection={"required": True, **level})
    assert check(content) == []
    spec = spec_of(content)
    assert [one for one in ("district", "city") if spec.must_inspect(one)] == [where]


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"checklist": [POINTS[0], POINTS[0]]}, "checklist[1].key", "重复"),
        ({"checklist": [{"key": "Place", "text": "有固定场所"}]}, "checklist[0].key", "小写字母"),
        ({"checklist": [{"key": "place"}]}, "checklist[0].text", "缺少"),
        ({"inspection": {"required": True, "kind": "technical"}}, "inspection.standard", "第五十五条"),
        ({"inspection": {"required": True, "level": "city"}}, "inspection.level", "两级事项"),
        ({"inspection": {"kind": "site"}}, "inspection.required", "缺少"),
        ({"statement_days": 0}, "statement_days", "不能小于 1"),
    ],
)
def test_what_cannot_be_meant_is_told(changes, path, reason):
    assert reason in told(item(**changes))[path]
