"""What a search of a large table is asked, and what it answers: the same for every backend."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hall.errors import Refused

# Counts are exact up to here; beyond, a page says "10000+".
CAP = 10_000
# Nobody reads more words than these in one question.
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Collection:
    """A table that is searched, by columns of folded text and by filters.

    ``texts`` are its columns of folded text, ``filters`` the columns to narrow by, both as its ``FieldPieces`` indexes
    name them; ``indexes`` names the index of each text. ``long_index`` is that of the ``LongPieces`` of the first text,
    the day and those filters that are ``narrowing``. Rows are ordered by ``day`` and ``uid``, newest first.
    """

    model: type[Model]
    texts: tuple[str, ...]
    indexes: tuple[str, ...]
    filters: tuple[str, ...]
    day: str
    uid: str = "uid"
    long_index: str = ""
    narrowing: tuple[str, ...] = ()
    # The filter that has an index of the list of its own.
    listed_by: str = ""

    @property
    def name(self) -> str:
        return self.model._meta.db_table


@dataclass(frozen=True, slots=True)
class Position:
    """A row of the list, by what the list is sorted by; ``backwards`` looks from it towards the beginning."""

    day: date
    uid: UUID
    rank: int = 0
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """``words`` are folded and all wanted; ``containing`` looks for a part of a column as it is shown."""

    words: tuple[str, ...] = ()
    text: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    containing: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    best_first: bool = False
    position: Position | None = None
    size: int = 20
    with_facets: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """One found row: its key and where it stands in the list."""

    key: int
    day: date
    uid: UUID
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """One page. ``count`` is exact unless ``capped``; then there are more, and ``facets`` stay empty.

    ``more`` says whether rows follow in the direction that was asked for. ``best_first`` is false where the rows are
    too many to be ranked: they come newest first then.
    """

    hits: list[Hit]
    more: bool
    count: int
    capped: bool
    best_first: bool = False
    facets: Mapping[str, list[tuple[str, int]]] = field(default_factory=dict)


class SearchAway(Refused):
    """The service that searches does not answer, so nobody knows what would be found."""

    status, code = 503, "search_away"

    def __init__(self) -> None:
        super().__init__(_("查询服务暂时不可用，不是没有查到。请稍后再试。"))


class SearchTooLong(Refused):
    """A search took longer in all than settings.HALL_SEARCH_SECONDS and was given up."""

    status, code = 503, "search_too_long"

    def __init__(self) -> None:
        super().__init__(_("这次查询用时过长，已经停止，不是没有查到。请增加关键词，或者选择区县、日期后再查。"))


class SearchBackend(ABC):
    """Base of every search of a large table. Keys come back, never rows: what is shown is read from the table."""

    # Whether rows must be taken over into it when they change.
    has_index_of_its_own = False

    @abstractmethod
    def find(self, collection: Collection, asked: Asked) -> Found:
        """One page of what was asked for; raises SearchAway or SearchTooLong where nothing can be told."""

    def prepare(self, collection: Collection) -> None:  # noqa: B027 - an index of its own is optional
        """Make room for the rows of a collection. Safe to run twice."""

    def index(self, collection: Collection, keys: list[int]) -> None:  # noqa: B027 - an index of its own is optional
        """Take over how these rows stand now, also that one is gone. Safe to run twice, and at once; what it raises is
        tried again."""


def backend() -> SearchBackend:
    """The search that settings.HALL_SEARCH names."""
    found: Any = import_string(settings.HALL_SEARCH)()
    assert isinstance(found, SearchBackend)
    return found
