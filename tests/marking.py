"""Tests that open a browser are marked by the fixture they use, and run last and apart.

Playwright keeps an event loop running in the test's thread, in which the signer of papers cannot start its own.
"""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
