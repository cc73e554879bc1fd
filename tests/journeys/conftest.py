"""Browsers for the people of a story, and the folder for its pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from hall import clock
from tests.journeys.days import Days
from tests.journeys.people import Applicant, Clerk, Person


@pytest.fixture
def pictures() -> Path | None:
    """Where a story leaves pictures of its pages, for a person to look at: the folder that HALL_PICTURES names.

    Without one none are taken: a long page costs as much to draw again and to pack as to load.
    """
    named = os.environ.get("HALL_PICTURES")
    if not named:
        return None
    folder = Path(named)
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
