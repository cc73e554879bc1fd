"""An item that says something else than its file, for as long as a test lasts: in every thread, for every case.

with item_says(quota=Quota(1, "total")):
    ...
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from applications.models import Application
from tests.factories.snapshots import otherwise


@contextmanager
def item_says(**changes: Any) -> Iterator[None]:
    """演示 only: the published content stays as it is."""
    usual = Application.__dict__["spec"]
    Application.spec = property(lambda case: replace(case.item_version.spec, **changes))  # type: ignore[assignment]
    try:
        with otherwise(changes):
            yield
    finally:
        Application.spec = usual  # type: ignore[method-assign]
