"""Pages of the list by key: published entries first, then by catalog code; the same cost on every page."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hall.catalogue.models import Offering

SIZE = 20


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``newer`` and ``older`` are cursors, empty at the ends."""

    entries: list[Offering]
    newer: str = ""
    older: str = ""


def page_of(found: QuerySet[Offering], *, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The entries after or before a cursor; a cursor that cannot be read is the beginning."""
    found = found.select_related("department", "hall")
    if before and (edge := _edge(before, backward=True)) is not None:
        rows = list(found.filter(edge).order_by("published", "-catalog_code")[: size + 1])
        entries = rows[:size][::-1]
        return Page(entries, _cursor(entries[0]) if len(rows) > size else "", _cursor(entries[-1]) if entries else "")
    edge = _edge(after, backward=False) if after else None
    rows = list(found.filter(edge or Q()).order_by("-published", "catalog_code")[: size + 1])
    entries = rows[:size]
    older = _cursor(entries[-1]) if len(rows) > size else ""
    return Page(entries, _cursor(entries[0]) if edge is not None and entries else "", older)


def _cursor(entry: Offering) -> str:
    return f"{int(entry.published)}{entry.catalog_code}"


def _edge(cursor: str, *, backward: bool) -> Q | None:
    """Beyond the cursor in the order (published first, catalog code). Within one list an item stands once."""
    published, code = cursor[:1], cursor[1:]
    if published not in {"0", "1"} or not code.isdigit():
        return None
    if backward:
        same = Q(published=published == "1", catalog_code__lt=code)
        return same if published == "1" else same | Q(published=True)
    same = Q(published=published == "1", catalog_code__gt=code)
    return same | Q(published=False) if published == "1" else same
