"""An item that says something else than its file: for tests about one word of an item."""

from dataclasses import replace
from typing import Any

import pytest

from hall.catalogue.models import ItemVersion

_read: Any = ItemVersion.__dict__["spec"].func


def item_says(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Every item's spec, with these values in place of its own, until the test is over."""
    monkeypatch.setattr(ItemVersion, "spec", property(lambda version: replace(_read(version), **changes)))
