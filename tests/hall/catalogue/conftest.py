"""The four items of the demo and a dozen drafts, in the small city of the tests."""

from functools import lru_cache
from pathlib import Path

import pytest

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.sources import Source, read_sources
from tests.factories.snapshots import once

OWN = Path("hall/catalogue/data/items")
# 取水许可, 饮用水供水单位卫生许可 and their neighbours.
DRAFTS = {f"500190{number:03}001" for number in (46, 49, *range(96, 107), *range(142, 154))}


@lru_cache(maxsize=1)
def sources() -> list[Source]:
    return [one for one in read_sources([OWN]) if not one.is_sample or one.content["code"] in DRAFTS]


@pytest.fixture
def catalogue(city):
    once(("catalogue",), lambda: bool(import_contents(sources(), publish_complete=True)))
    return city
