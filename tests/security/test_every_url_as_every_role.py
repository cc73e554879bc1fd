"""Every address, asked by everybody, for reading and for writing: the answer stands in the table, or the test fails."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test.client import MULTIPART_CONTENT

from tests.security import places, table
from tests.security.world import World, in_one_transaction

ROWS = table.rows()


def outcome(response: Any) -> str:
    if response.status_code not in (301, 302):
        return str(response.status_code)
    return "sign-in" if "/accounts/sign-in/" in response["Location"] else "moved"


def ask(world: World, who: str, name: str, method: str, kwargs: dict[str, Any]) -> Any:
    """One request whose writes are undone."""
    json = name.startswith("api:") and name != "api:material"
    kind = "application/json" if json else MULTIPART_CONTENT
    with in_one_transaction():
        browser = world.browser(table.PEOPLE[who])
        address = places.address(name, kwargs)
        return browser.get(address) if method == "GET" else browser.post(address, {"nothing": ""}, kind)


def test_the_table_knows_every_address_and_no_other() -> None:
    asked = {(name, method) for name in places.names() for method in ("GET", "POST")}
    assert set(ROWS) == asked


@pytest.mark.parametrize(("name", "method"), list(ROWS), ids=lambda one: one)
def test_each_is_answered_as_the_table_says(world: World, name: str, method: str) -> None:
    kwargs = places.samples(world).get(name, {})
    got = {who: outcome(ask(world, who, name, method, kwargs)) for who in ROWS[name, method]}
    assert got == ROWS[name, method]


def _turned_away() -> list[tuple[str, str, str]]:
    """One person for each address at which the things of others are as if absent."""
    found = []
    for (name, method), answers in ROWS.items():
        who = next((one for one, answer in answers.items() if answer == "404" and one != "anonymous"), "")
        if who and name != "portal:error_page":
            found.append((name, method, who))
    return found


@pytest.mark.parametrize(("name", "method", "who"), _turned_away())
def test_what_is_somebody_elses_cannot_be_told_from_what_is_absent(
    world: World, name: str, method: str, who: str
) -> None:
    theirs = places.samples(world)[name]
    absent = places.somebody_elses_absent(theirs)
    answers = [ask(world, who, name, method, kwargs) for kwargs in (theirs, absent)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert _bare(answers[0], theirs) == _bare(answers[1], absent)


def _bare(response: Any, kwargs: dict[str, Any]) -> str:
    """The page without the address that was asked for and the token against forged requests."""
    text = response.content.decode()
    for value in kwargs.values():
        text = text.replace(str(value), "…") if isinstance(value, UUID) else text
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
