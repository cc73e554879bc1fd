"""docs/items.md is enough to write an item: its example works and its lists are the real ones."""

import re
from pathlib import Path

import pytest

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.checking import check
from hall.catalogue.checking.shape import item_schema
from hall.catalogue.completeness import missing
from hall.catalogue.conditions import OPERATORS
from hall.catalogue.limits import limit_of, limits_by_level
from hall.catalogue.models import Offering
from hall.catalogue.sources import Source
from hall.catalogue.sources.yaml_text import loads
from hall.catalogue.topics import ORGANISATION, PERSON
from hall.clock import today
from hall.organisations.demo import build_city
from hall.organisations.kinds import department_kinds

TEXT = Path("docs/items.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
EXAMPLE = BLOCKS[0]


def test_the_example_is_in_order_and_lacks_nothing():
    content = loads(EXAMPLE)
    assert check(content) == []
    assert missing(content) == []


@pytest.mark.django_db
def test_the_example_can_be_imported_published_and_filed():
    build_city(today(), codes=["500000", "500103"], kinds=["文化旅游"])
    done = import_contents([Source("例.yaml", loads(EXAMPLE))], publish_complete=True)
    assert done.published == ["500190900001"]
    assert Offering.objects.select_related("version").get().can_be_filed(today())


def test_the_two_level_example_is_in_order():
    block = next(one for one in BLOCKS if "report_up" in one)
    content = {**loads(EXAMPLE), **loads(block), "offered_by": loads(block)["offered_by"]}
    assert check(content) == []
    assert missing(content) == []


def test_every_name_of_the_format_is_explained():
    schema = item_schema()
    shapes = [schema, *schema["$defs"].values()]
    for shape in shapes:
        for name in shape.get("properties", {}):
            assert re.search(rf"`{name}`|\b{name}:", TEXT), name


def test_every_choice_of_words_is_listed():
    fields = item_schema()["$defs"]["field"]["properties"]["type"]["enum"]
    kinds = item_schema()["$defs"]["step"]["properties"]["kind"]["enum"]
    for word in [*fields, *kinds, *OPERATORS, *PERSON, *ORGANISATION, *(one.kind for one in department_kinds())]:
        assert word in TEXT, word


def test_the_periods_of_the_table_are_read():
    section = TEXT.split("## 期限")[1].split("## 申请表")[0]
    for written in re.findall(r"^\| `([^`{]+)`", section, re.MULTILINE):
        assert limits_by_level(written, two_level=True)
    for written in re.findall(r"^\| `(\{days[^`]+)`", section, re.MULTILINE):
        assert limit_of(loads(written)).extension_days == 10
