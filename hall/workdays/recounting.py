"""What is counted by the calendar and has to be counted again when it changes: each room upstairs names its own.

A batch at a time, so that at city scale no transaction is long, no case is held for long, and other news comes
through in between. ``count`` writes; a preview calls the same under a supposed calendar and undoes it, so that what
is shown before is what happens after.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from hall.audit.trail import record

BATCH = 50


@dataclass(frozen=True, slots=True)
class Move:
    """One due date of one subject that moved; ``number`` and ``title`` name it without naming a person."""

    subject_uid: UUID
    hall_code: str
    number: str
    title: str
    clock: str
    before: date | None
    after: date | None


class Counted(ABC):
    """Rows with due dates that the calendar moves. ``name`` is stored in events and never changes."""

    name: ClassVar[str]

    @abstractmethod
    def keys(self, region: str, after: int, size: int) -> list[int]:
        """The next open rows behind ``after`` whose hall has days of ``region``; empty region is the nation."""

    @abstractmethod
    def count(self, key: int) -> list[Move]:
        """Derive the dates of one row again, inside the caller's transaction; safe to run twice."""


def move_due(subject: Any, after: date | None, *, number: str, title: str, clock: str) -> list[Move]:
    """Give a row (with ``uid``, ``hall`` and ``due``) its new date, on the trail; nothing when it is the old one.

    An update, because a date that moved by law is no deed of anybody: no page becomes stale by it.
    """
    before, code = subject.due, subject.hall.code
    if before == after:
        return []
    type(subject)._base_manager.filter(pk=subject.pk).update(due=after)
    record("recount", actor=None, hall_code=code, subject_uid=subject.uid, changes={"due": f"{before} → {after}"})
    return [Move(subject.uid, code, number, title, clock, before, after)]


_registered: dict[str, Counted] = {}


def counted_by_calendar(kind: type[Counted]) -> type[Counted]:
    """Register what an app counts; done in its ``reactions``, which are loaded at start."""
    _registered[kind.name] = kind()
    return kind


def everything_counted() -> list[Counted]:
    return [_registered[name] for name in sorted(_registered)]


def counted_named(name: str) -> Counted | None:
    return _registered.get(name)


def following(name: str) -> str | None:
    """The kind that comes after ``name``; the first one after the empty name."""
    return next((one.name for one in everything_counted() if one.name > name), None)
