"""How the tests of the desk walk about in it."""

from typing import Any

from applications.models import Handling
from hall.accounts.models import User
from hall.organisations.addresses import path_prefix
from tests.cast import client_of
from tests.factories.cases import seen


def browser_of(user: User | None) -> Any:
    """A browser, untyped: tests read whatever kind of answer comes."""
    return client_of(user)


def address(handling: Handling, *inside: object) -> str:
    """Where this handling stands, in the frame of its own hall."""
    return f"{path_prefix(handling.hall)}desk/" + "".join(f"{part}/" for part in (handling.uid, *inside))


def opened(handling: Handling, user: User | None) -> Any:
    return browser_of(user).get(address(handling))


def done(
    handling: Handling, user: User | None, deed: str, *, version: Any = None, **written: Any
) -> Any:
    """Send one deed's form as the page would, with the version of now unless told."""
    version = seen(handling) if version is None else version
    return browser_of(user).post(address(handling, deed), {"version": version, **written})


def listed(user: User, hall: str = "500103", **query: str) -> Any:
    return browser_of(user).get(f"/{hall}/desk/", query)


def uids(response: Any) -> list[Any]:
    return [row.handling.uid for row in response.context["rows"]]


# Lawful at any moment between acceptance and decision, whatever step is open.
ANYTIME = {"tell_hearing_right", "record_asking", "order_hearing"}


def offered(response: Any, *, whole: bool = False) -> list[str]:
    """The deeds that the page offers for the open step; ``whole`` with those that are lawful at any step."""
    deeds = [form.deed for form in response.context["forms"]]
    return [deed for deed in deeds if whole or deed not in ANYTIME]
