"""The database functions as expressions, for indexes and filters.

``GinIndex(Pieces("search_text"), name=…)`` in a model's Meta is for a text as people write it; its migration must
name ("textsearch", "0001_initial") among its dependencies. ``GinIndex(FieldPieces("search_text", "status"), name=…)``
is for a large table whose column holds folded text (``searchable``) and is filtered too: "0002_pieces_of_fields". The
index of ``LongPieces("search_text", "decided_on", "status")`` stands beside it: "0004_long_pieces".
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField


class Pieces(Func):
    """hall_bigrams(text): the two-character pieces."""

    function = "hall_bigrams"
    arity = 1

    def __init__(self, expression: Any, **extra: Any) -> None:
        extra.setdefault("output_field", ArrayField(TextField()))
        super().__init__(expression, **extra)


class Squeezed(Func):
    """hall_squeezed(text): the text as it is compared."""

    function = "hall_squeezed"
    arity = 1

    def __init__(self, expression: Any, **extra: Any) -> None:
        extra.setdefault("output_field", TextField())
        super().__init__(expression, **extra)


class FieldPieces(Func):
    """hall_pieces(folded text, values to filter by): the pieces of each line, and each value as one whole piece."""

    function = "hall_pieces"

    def __init__(self, column: Any, *filters: Any, **extra: Any) -> None:
        extra.setdefault("output_field", ArrayField(TextField()))
        super().__init__(column, *filters, **extra)


class LongPieces(Func):
    """hall_long_pieces(folded text, day, values to filter by): the pieces of numbers and initials that stay rare in a
    large table, and of the values, the year among them, each and every two."""

    function = "hall_long_pieces"

    def __init__(self, column: Any, day: Any, *filters: Any, **extra: Any) -> None:
        extra.setdefault("output_field", ArrayField(TextField()))
        super().__init__(column, day, *filters, **extra)
