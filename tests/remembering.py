"""A test changes a hall and asks at once: nothing is remembered between questions unless the test says so."""

import pytest


@pytest.fixture(autouse=True)
def nothing_is_remembered(settings):
    settings.HALL_REMEMBER_SECONDS = 0
