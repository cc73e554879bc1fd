"""What every refused deed has in common: it is told to the person, and the case is as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from applications.models import Handling
from hall.errors import Refused
from hall.events.models import Event
from tests.factories.cases import fresh


@contextmanager
def refused(handling: Handling, refusal: type[Refused]) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """The deed inside raises ``refusal`` and leaves neither a new state nor an event."""
    before = _facts(handling)
    with pytest.raises(refusal) as told:
        yield told
    assert _facts(handling) == before
    assert str(told.value.message)


def told_of(told: pytest.ExceptionInfo[Any]) -> list[str]:
    """What happened meanwhile, as the refused person reads it."""
    return [str(line) for line in told.value.happened]


def _facts(handling: Handling) -> tuple[object, ...]:
    now = fresh(handling)
    events = Event.objects.filter(subject_uid=now.application.uid).count()
    papers = now.application.papers.count()
    return now.state, now.application.state, now.application.version, now.current_step, events, papers
