"""The world is built once for all attacks; each test's own writes are rolled back."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from hall.events import bell
from tests.factories.printing import BLANK
from tests.security import world as worlds


@pytest.fixture(scope="package")
def built(django_db_setup: None, django_db_blocker) -> Iterator[worlds.World]:
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, worlds.in_one_transaction():
        patch.setattr(bell, "_ring", lambda: None)
        with override_settings(**BLANK):
            world = worlds.build()
        yield world


@pytest.fixture
def world(built: worlds.World, db: None) -> worlds.World:
    return built
