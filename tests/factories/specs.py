"""An item that says something else than its file, for as long as a test lasts: in every thread, for every case.

    with item_says(quota=Quota(1, "total")):
        ...
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from applications.models import Application
from tests.factories.snapshots import spoil


@contextmanager
def item_says(**changes: Any) -> Iterator[None]:
    """演示 only: the published content stays as it is."""
    spoil()
    told = property(lambda case: replace(case.item_version.spec, **changes))
    with patch.object(Application, "spec", told):
        yield
