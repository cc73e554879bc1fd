"""Tests that open a browser are marked by the fixture they use, and run last and apart.

Playwright keeps an event loop running in the test's thread, in which the signer of papers cannot start its own.
"""

import re
from functools import cache
from pathlib import Path

import pytest

_OPENS = re.compile(r"\b(?:browse|open_context|chromium)\b")


@cache
def may_open_a_browser(file: Path) -> bool:
    """By where it stands or what it names, so that it need not be imported: every journey does, others say so."""
    return file.parent.name == "journeys" or _OPENS.search(file.read_text()) is not None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A run of the browser alone leaves the other files unread; to import them takes longer than many a test."""
    alone = config.option.markexpr == "browser" and collection_path.match("test_*.py")
    return True if alone and not may_open_a_browser(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            if not may_open_a_browser(item.path):
                raise pytest.UsageError(f"{item.nodeid} would be missed by -m browser: name the fixture in its file")
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
