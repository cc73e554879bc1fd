"""Whether an item file says one thing only. What is merely missing is no mistake: see completeness.py."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.checking import (
    allocation,
    automatic,
    blueprint,
    certificate,
    decision,
    examination,
    fees,
    joint,
    offers,
    promises,
    questions,
    results,
    sharing,
    terms,
)
from hall.catalogue.checking.shape import problems_of_shape
from hall.catalogue.problems import Problem


def check(content: Any) -> list[Problem]:
    """Every mistake in one content; the meaning is read only where the shape is right."""
    return problems_of_shape(content) or sorted(set(_meaning(content)))


def _meaning(content: Mapping[str, Any]) -> Iterator[Problem]:
    yield from offers.problems(content)
    yield from terms.problems(content)
    yield from fees.problems(content)
    yield from questions.problems(content)
    yield from blueprint.problems(content)
    yield from allocation.problems(content)
    yield from examination.problems(content)
    yield from promises.problems(content)
    yield from sharing.problems(content)
    yield from automatic.problems(content)
    yield from decision.problems(content)
    yield from certificate.problems(content)
    yield from joint.problems(content)
    yield from results.problems(content)
