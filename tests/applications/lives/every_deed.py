"""The list of all deeds, read from the code, so that nobody has to remember to add a new one here.

A deed is a public function of ``applications.actions`` that begins ``(uid, user``: somebody does it to something. Its
name is that of its module and its own, since two things may be taken back.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import applications.actions
from applications.views.applicant.deeds import DEEDS as OWN_DEEDS
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.licences import DEEDS as LICENCE_DEEDS

# They begin like deeds and are parts of them.
NO_DEEDS = {"start.held_draft", "materials.keep_file"}
# What begins outside of one applicant's cases, and the tests that do it.
ELSEWHERE: Mapping[str, str] = {
    "mandates.end_mandate": "tests/accounts/test_mandates.py",
    **dict.fromkeys(
        ("convey.offer_licence", "convey.take_back", "convey.decline", "convey.confirm"),
        "tests/applications/actions/test_convey.py",
    ),
    **dict.fromkeys(
        ("sending.notify_violation", "answering.answer_violation"),
        "tests/applications/actions/test_violations.py",
    ),
    # Each asking is counted in a transaction of its own, which a life has not.
    "appoint_agent.appoint_agent": "tests/applications/actions/test_agents.py",
    "exams.enrol": "tests/applications/actions/allocation",
    "exams.enter_marks": "tests/applications/actions/allocation",
    "fees.reduce_fee": "tests/applications/actions/fees",
}


def name_of(act: Callable[..., Any]) -> str:
    return f"{act.__module__.rpartition('.')[2]}.{act.__name__}"


def every_deed() -> set[str]:
    return set(_in_the_actions()) - NO_DEEDS


def of_a_life() -> set[str]:
    return every_deed() - set(ELSEWHERE)


def offered_on_pages() -> set[str]:
    """The deeds that a page of the desk, of the applicant or of a licence has a form for."""
    acts: list[Callable[..., Any]] = [one.act for one in (*DEEDS.values(), *OWN_DEEDS.values())]  # type: ignore[attr-defined]
    return {name_of(act) for act in (*acts, *(act for _form, act in LICENCE_DEEDS.values()))}


def _in_the_actions() -> Iterator[str]:
    for found in pkgutil.walk_packages(applications.actions.__path__, "applications.actions."):
        module = import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and list(inspect.signature(function).parameters)[:2] == ["uid", "user"]:
                yield name_of(function)
