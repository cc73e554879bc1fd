"""The items that the demo publishes: complete, and showing every kind of question."""

from pathlib import Path
from typing import get_args

import pytest

from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.reading import spec_of
from hall.catalogue.sources import read_sources
from hall.catalogue.spec import FieldType, Limit

SOURCES = {
    Path(one.file).stem: one.content for one in read_sources([Path("hall/catalogue/data/items")]) if not one.is_sample
}
NAMES = [
    "central_water_supply",
    "human_resources",
    "hygiene_change",
    "labour_dispatch",
    "public_place_hygiene",
    "road_occupation",
    "yangtze_sand_mining",
]


def test_there_are_seven_of_them():
    assert sorted(SOURCES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_is_in_order_and_lacks_nothing(name):
    assert check(SOURCES[name]) == []
    assert missing(SOURCES[name]) == []
    assert SOURCES[name]["demo"]


@pytest.mark.parametrize("name", NAMES)
def test_each_question_has_help_or_an_example_and_says_what_it_is_for(name):
    for field in spec_of(SOURCES[name]).fields:
        assert field.example, field.key
        assert field.purpose, field.key


def test_together_they_ask_every_kind_of_question():
    fields = [field for content in SOURCES.values() for field in spec_of(content).fields]
    columns = [column for field in fields for column in field.columns]
    assert {field.type for field in [*fields, *columns]} == set(get_args(FieldType))
    assert any(field.when for field in fields)


@pytest.mark.parametrize(
    ("capital", "level", "warned"),
    [("6000000", "city", 0), ("5000000", "city", 0), ("3000000", "district", 0), ("1999999.99", "district", 1)],
)
def test_labour_dispatch_goes_where_the_capital_sends_it(capital, level, warned):
    spec = spec_of(SOURCES["labour_dispatch"])
    assert spec.level_for({"registered_capital": capital}) == level
    assert len(spec.warnings_for({"registered_capital": capital})) == warned


def test_sand_mining_is_examined_below_and_decided_above():
    spec = spec_of(SOURCES["yangtze_sand_mining"])
    assert spec.is_two_level
    assert [step.level for step in spec.steps if step.kind in {"intake", "decide"}] == ["district", "city"]
    assert (spec.statutory_for("district"), spec.statutory_for("city"), spec.promise) == (
        Limit(20),
        Limit(20),
        Limit(15),
    )
    assert {step.department for step in spec.steps} == {"水利"}


def test_the_air_report_is_asked_only_of_places_with_central_air():
    spec = spec_of(SOURCES["public_place_hygiene"])
    report = next(one for one in spec.materials if one.key == "air_report")
    assert report.asked({"central_air": True})
    assert not report.asked({"central_air": False})


@pytest.mark.parametrize(
    ("answers", "due"),
    [
        ({"use": "occupy", "area": "20", "days": "10"}, "100.00"),
        ({"use": "dig", "area": "2.5", "days": "10"}, "300.00"),
    ],
)
def test_a_road_costs_by_its_area_and_days(answers, due):
    """《城市道路管理条例》 Art. 37, an administrative regulation; the rates are 演示."""
    fees = spec_of(SOURCES["road_occupation"]).fees
    assert str(sum(row.due(answers, "new") for row in fees.rows)) == due
    assert {row.basis_level for row in fees.rows} == {"administrative_regulation"}
