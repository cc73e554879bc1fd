"""What an item's published rules make of a case: each rule with its outcome, and what keeps it for a person.

The rules read the answers, ``material.KEY`` (file, promise, later or none) and ``level``; nothing else, and no code.
"""

from collections.abc import Iterator
from typing import Any, TypedDict

from django.utils.translation import gettext as _

from applications.lifecycle import CaseState
from applications.models import Application, Handling, Purpose, Room
from applications.queries.handed_in import handed_in
from applications.queries.hindrances import hindrances
from applications.queries.promises import commitments_of, outstanding, stood_in
from hall.catalogue.conditions import holds
from hall.catalogue.spec import on_record


class Outcome(TypedDict):
    """One rule as it read, and whether it holds."""

    name: str
    text: str
    holds: bool


def may_be_settled(application: Application) -> bool:
    """Whether published rules may still settle this case: nobody took it up, nothing was told."""
    handled = application.has_been_in(Room.AUTOMATIC) or application.has_been_in(Room.CORRECTION)
    # Whether somebody may take over another's licence is for a person to examine (Art. 9).
    handled = handled or application.purpose == Purpose.TRANSFER
    return application.spec.automatic is not None and application.state == CaseState.RECEIVED and not handled


def outcomes_of(handling: Handling) -> list[Outcome]:
    application = handling.application
    automatic = application.spec.automatic
    facts = facts_of(application, level=handling.level)
    rules = automatic.rules if automatic else ()
    return [Outcome(name=one.name, text=on_record(one.text), holds=holds(one.when, facts)) for one in rules]


def facts_of(application: Application, *, level: str) -> dict[str, Any]:
    """Everything that a rule may read."""
    files = {one.key for one in handed_in(application)}
    standing = dict.fromkeys(files, "file")
    standing |= {one.key: "promise" for one in commitments_of(application)}
    standing |= {one.key: "later" for one in outstanding(application)}
    materials = {f"material.{one.key}": standing.get(one.key, "none") for one in application.spec.materials}
    return {**application.all_answers, **materials, "level": level}


def for_a_person(handling: Handling) -> Iterator[str]:
    """Why a person handles the case though every rule may hold: a promise is pending, a bar stands ..."""
    if stood_in(handling.application):
        yield _("有以告知承诺代替或者容缺后补的材料")
    yield from hindrances(handling, granting=True)
