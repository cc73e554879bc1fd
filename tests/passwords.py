"""Passwords are hashed quickly: the slow hash protects real people, and costs each sign-in of a test half a second."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import override_settings

_QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"


@pytest.fixture(scope="session", autouse=True)
def quick_passwords(django_test_environment: None) -> Iterator[None]:
    """Also of the people of a world that is built for a whole package."""
    with override_settings(PASSWORD_HASHERS=[_QUICK, *settings.PASSWORD_HASHERS]):
        yield
