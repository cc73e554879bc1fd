"""Narrowing a small list by a word, as the guide's list does: any order and filter of the queryset stays."""

from typing import Any, TypeVar, cast

from django.db.models import Model, Q, QuerySet

from hall.textsearch.functions import Pieces, Squeezed
from hall.textsearch.pieces import pairs, squeezed

Row = TypeVar("Row", bound=Model)


def matching(queryset: QuerySet[Row, Any], column: str, query: str) -> QuerySet[Row, Any]:
    """The rows whose ``column`` holds ``query``, through a GIN index on ``Pieces``; all rows when nothing is asked."""
    wanted = squeezed(query).replace("\n", "")
    if not wanted:
        return queryset
    rows = cast("QuerySet[Row, Any]", queryset.alias(_pieces=Pieces(column), _text=Squeezed(column)))
    if len(wanted) == 1:
        # One character is in too many rows to be told by an index: only names that begin with it are meant.
        return rows.filter(Q(_text__startswith=wanted) | Q(_text__contains=f"\n{wanted}"))
    rows = rows.filter(_pieces__contains=pairs(wanted))
    # Two characters are one piece and need no second look; more may have their pieces in another order.
    # The text as it stands is looked at first: that is cheap, and people mostly write as the rows are written.
    as_typed = Q(**{f"{column}__contains": query.strip()})
    return rows if len(wanted) == 2 else rows.filter(as_typed | Q(_text__contains=wanted))
