"""Joint handling in an item file (行政许可法 Art. 26): who joins, what each needs, and that it fits."""

from copy import deepcopy
from pathlib import Path

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from hall.catalogue.sources import read_sources

WATER = read_sources([Path("hall/catalogue/data/items/central_water_supply.yaml")])[0].content


def changed(**part):
    content = deepcopy(WATER)
    content["joint"][0].update(part)
    return content


def places(content):
    return {str(problem).split(":")[0] for problem in check(content)}


def test_the_demo_item_has_three_departments_over_two_levels():
    spec = spec_of(WATER)
    assert spec.handling_mode == "joint"
    joined = [(one.level, one.department, one.days) for one in spec.joint]
    assert joined == [("district", "水利", 10), ("city", "卫生健康", 15)]
    assert check(WATER) == []


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ({"department": "天文"}, "joint[0].department"),
        ({"department": "卫生健康"}, "joint[0].department"),
        ({"department": "乡镇人民政府", "level": "city"}, "joint[0].level"),
        ({"name": "water_quality"}, "joint[1].name"),
        ({"days": 26}, "joint[0].days"),
        ({"fields": ["nothing"]}, "joint[0].fields"),
        ({"materials": ["nothing"]}, "joint[0].materials"),
    ],
)
def test_a_mistake_is_named_by_its_place(part, place):
    assert place in places(changed(**part))


def test_joint_handling_needs_departments_and_departments_need_joint_handling():
    without = {name: value for name, value in WATER.items() if name != "joint"}
    assert "joint" in places(without)
    assert "handling_mode" in places({**WATER, "handling_mode": "single"})


def test_an_item_without_a_word_of_it_is_handled_by_one_department():
    bare = {name: value for name, value in WATER.items() if name not in ("joint", "handling_mode")}
    assert (spec_of(bare).handling_mode, spec_of(bare).joint) == ("single", ())


def test_without_a_list_a_department_sees_everything_that_is_not_personal():
    part = spec_of({**WATER, "joint": [{k: v for k, v in WATER["joint"][0].items() if k != "fields"}]}).joint[0]
    fields = {one.key: part.needs_field(one) for one in spec_of(WATER).fields}
    assert (fields["treatment"], fields["manager"], fields["manager_phone"]) == (True, False, False)
