"""Browsers for the people of a story, and the folder for its pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.journeys.people import Applicant, Clerk, Person


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where a story leaves its screenshots; HALL_PICTURES keeps them."""
    folder = Path(os.environ.get("HALL_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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
