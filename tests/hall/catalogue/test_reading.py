"""Typed values of a content."""

from decimal import Decimal

from django.utils import translation

from hall.catalogue.reading import spec_of
from hall.catalogue.spec import Limit, said
from tests.factories.items import STEPS, item, two_level_item, with_fields


def test_a_step_of_two_levels_becomes_one_step_at_each():
    steps = [{**one, "level": ["district", "city"]} for one in STEPS]
    spec = spec_of(item(steps=steps))
    assert len(spec.steps) == 8
    assert [step.level for step in spec.steps_for("city")] == ["city"] * 4
    assert [step.name for step in spec.steps_for("district")] == ["intake", "review", "decide", "deliver"]


def test_a_two_level_item_keeps_its_one_way_and_a_period_for_each_level():
    spec = spec_of(two_level_item(limits={"statutory": "15+20个工作日", "promise": "15个工作日"}))
    assert spec.is_two_level
    assert len(spec.steps_for("district")) == 5
    assert (spec.statutory_for("district"), spec.statutory_for("city")) == (Limit(15), Limit(20))
    assert spec.statutory == Limit(15)


def test_routes_send_the_rich_to_the_city():
    field = {"key": "capital", "label": "资本", "type": "money"}
    routes = [{"level": "city", "when": {"field": "capital", "at_least": 5_000_000}}, {"level": "district"}]
    spec = spec_of(with_fields(field, routes=routes))
    assert spec.level_for({"capital": "6000000.00"}) == "city"
    assert spec.level_for({"capital": "3000000"}) == "district"
    assert spec.level_for({}) == "district"


def test_a_matter_of_state_secrets_reads_as_not_online_whatever_is_written():
    assert not spec_of(item(secrecy=True, online_allowed=True)).online_allowed


def test_fields_come_with_their_bounds_choices_and_columns():
    column = {"key": "name", "label": "姓名", "type": "text"}
    rows = {"key": "staff", "label": "人员", "type": "rows", "least": 1, "columns": [column]}
    kind = {"key": "kind", "label": "类别", "type": "choice", "choices": [{"value": "a", "label": "甲"}]}
    first, second = spec_of(with_fields(rows, kind)).fields
    assert (first.least, first.columns[0].key, second.choices[0].value) == (Decimal(1), "name", "a")


def test_a_draft_with_nothing_in_it_can_still_be_read():
    spec = spec_of({"schema": 1, "code": "500190901001", "name": "草稿"})
    assert (spec.steps, spec.statutory, spec.promise) == ((), Limit(None), Limit(None))


def test_a_text_is_said_in_the_language_of_the_reader():
    name = {"zh": "卫生许可", "en": "Hygiene licence"}
    with translation.override("en"):
        assert said(name) == "Hygiene licence"
        assert said({"zh": "只有中文"}) == "只有中文"
    with translation.override("zh-hans"):
        assert said(name) == "卫生许可"
