"""The list of all deeds, read from the code, so that nobody has to remember to add a new one here.

A deed is a public function of ``applications.actions`` that begins ``(uid, user``: somebody does it to something. Its
name is that of its module and its own, since two things may be taken back.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import applications.actions
from applications.views.applicant.deeds import DEEDS as OWN_DEEDS
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.licences import DEEDS as LICENCE_DEEDS

# They begin like deeds and are parts of them.
NO_DEEDS = {"start.held_draft", "materials.keep_file"}


def name_of(act: Callable[..., Any]) -> str:
    return f"{act.__module__.rpartition('.')[2]}.{act.__name__}"


def every_deed() -> set[str]:
    return set(_in_the_actions()) - NO_DEEDS


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
