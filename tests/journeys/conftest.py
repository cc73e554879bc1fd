"""Browsers for the people of a story, and the folder for its pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext

from hall import clock
from tests.journeys.days import Days
from tests.journeys.people import Applicant, Clerk, Person


@pytest.fixture
def pictures() -> Path:
    """Where a story leaves its screenshots, for a person to look at."""
    folder = Path(os.environ.get("HALL_PICTURES", settings.VAR_DIR / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    """``days.go_by(3)``: three days later, for the people, the server and the worker."""
    passing = Days()
    monkeypatch.setattr(clock, "_frozen", passing)
    return passing


@pytest.fixture
def applicant(open_context: Callable[..., BrowserContext]) -> Callable[[str], Applicant]:
    def sit_down(username: str) -> Applicant:
        person = Applicant(open_context())
        person.signs_in(username)
        return person

    return sit_down


@pytest.fixture
def clerk(open_context: Callable[..., BrowserContext]) -> Callable[[str], Clerk]:
    def sit_down(username: str) -> Clerk:
        person = Clerk(open_context())
        person.signs_in(username)
        return person

    return sit_down


@pytest.fixture
def visitor(open_context: Callable[..., BrowserContext]) -> Person:
    """Somebody without an account."""
    return Person(open_context())
