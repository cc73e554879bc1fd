"""The desk: handlings of my departments by days left. Few statements, however many rows there are.

Each department and kind of step is read along its own index and the parts are merged, so that somebody pays by the
page and not by the work of the whole department or hall.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from applications.clocks import read_ahead
from applications.lamps import LampView, lamp_of
from applications.lifecycle import CaseState
from applications.models import ON_DESK, Handling, Step
from applications.queries.desk.filters import Filters, Scope
from applications.queries.desk.paging import (
    CAP,
    PAGE,
    Cursor,
    after_ended,
    after_open,
    ended_order,
    open_order,
)
from hall.clock import today
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_for

# Sealed columns cost a decryption a row, and the desk shows none of them.
UNREAD = [f"application__{name}" for name in ("answers", "personal_answers", "applicant_code", "query_code")]
Places = dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the desk."""

    handling: Handling
    step: str
    lamp: LampView


@dataclass(frozen=True, slots=True)
class DeskPage:
    rows: list[Row]
    next: Cursor | None


def desk_page(places: Places, filters: Filters, cursor: Cursor | None) -> DeskPage:
    """One page of the desk, and where the next one begins."""
    finished = filters.scope == Scope.FINISHED
    order, after = (ended_order, after_ended) if finished else (open_order, after_open)
    ids = _page_of_ids(_parts(places, filters), order, lambda part: after(part, cursor))
    handlings = order(_with_everything_shown().filter(pk__in=ids))
    shown = list(handlings[:PAGE])
    last = shown[-1] if len(ids) > PAGE else None
    return DeskPage(_rows(shown), Cursor(last.desk_due, last.uid) if last else None)


def capped_count(places: Places, filters: Filters) -> str:
    """How many, up to the cap: an exact count would read them all."""
    pieces = [part.values("pk")[: CAP + 1] for part in _parts(places, filters)]
    count = _merged(pieces)[: CAP + 1].count() if pieces else 0
    return f"{CAP}+" if count > CAP else str(count)


def _parts(places: Places, filters: Filters) -> list[QuerySet[Handling]]:
    parts = [part for department, kinds in places.items() for part in _of(department, kinds, filters.scope)]
    return [filters.narrow(part) for part in parts or [Handling.objects.none()]]


def _of(department: int, kinds: Sequence[str], scope: str) -> list[QuerySet[Handling]]:
    here = Handling.objects.filter(department_id=department)
    if scope == Scope.FINISHED:
        return [here.filter(ended_at__isnull=False, desk_due__isnull=True)]
    if scope == Scope.MINE:
        # While the applicant corrects nothing is to be done here; once their day is over the window may end it.
        waiting = Q(application__state=CaseState.CORRECTING, desk_due__gte=today())
        mine = here.filter(ON_DESK).exclude(waiting)
        return [mine.filter(step_kind=kind) for kind in kinds]
    return [here.filter(ON_DESK)]


def _page_of_ids(
    parts: Sequence[QuerySet[Handling]],
    order: Callable[[QuerySet[Handling]], QuerySet[Handling]],
    after: Callable[[QuerySet[Handling]], list[QuerySet[Handling]]],
) -> list[int]:
    """One more id than a page holds tells that another page follows."""
    ids: list[int] = []
    for run in zip(*(after(part) for part in parts), strict=True):
        room = PAGE + 1 - len(ids)
        merged = _merged([order(piece).values("id", "desk_due", "ended_at")[:room] for piece in run])
        whole: Any = merged if len(run) == 1 else order(merged)
        ids += [row["id"] for row in whole[:room]]
        if len(ids) > PAGE:
            break
    return ids


def _merged(pieces: Sequence[Any]) -> Any:
    return pieces[0] if len(pieces) == 1 else pieces[0].union(*pieces[1:], all=True)


def _with_everything_shown() -> QuerySet[Handling]:
    steps = Prefetch("steps", Step.objects.filter(ended_at=None), to_attr="open_steps")
    related = ["application__offering", "department", "hall"]
    # The version is prefetched, so that rows of one item share one object and its content is read once.
    return (
        Handling.objects.select_related(*related)
        .prefetch_related("application__item_version", steps)
        .defer(*UNREAD)
    )


def _rows(shown: Sequence[Handling]) -> list[Row]:
    read_ahead([one.application for one in shown])
    calendars = {hall.code: calendar_for(hall.code) for hall in {one.hall for one in shown}}
    return [Row(one, _open_step(one), _lamp(one, calendars[one.hall.code])) for one in shown]


def _open_step(handling: Handling) -> str:
    steps: Iterable[Step] = handling.open_steps  # type: ignore[attr-defined]
    return next((step.title for step in steps), "")


def _lamp(handling: Handling, calendar: Calendar) -> LampView:
    """What is finished here shines no more, wherever the case went on to."""
    if handling.desk_due is None and not handling.is_open:
        return LampView(None, handling.state_label)
    return lamp_of(handling.application, handling, today=today(), calendar=calendar)
