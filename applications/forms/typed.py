"""What somebody typed into the questions of an item, read from a POST as ``filling.fill`` takes it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from hall.catalogue.spec import FormField

Row = dict[str, Any]


def typed(fields: Sequence[FormField], post: QueryDict) -> dict[str, Any]:
    """Every question's value, empty where nothing was given."""
    return {field.key: _value(field, field.key, post) for field in fields}


def _value(field: FormField, name: str, post: QueryDict) -> Any:
    if field.type == "choices":
        return post.getlist(name)
    return _rows(field, post) if field.type == "rows" else post.get(name, "")


def _rows(field: FormField, post: QueryDict) -> list[Row]:
    """Rows in the order of their numbers; an empty one is left out, as the check counts them."""
    pattern = re.compile(rf"{re.escape(field.key)}\.(\d{{1,4}})\.")
    numbers = sorted({int(match[1]) for name in post if (match := pattern.match(name))})
    rows = [
        {column.key: _value(column, f"{field.key}.{number}.{column.key}", post) for column in field.columns}
        for number in numbers
        if not _removed(field, number, post)
    ]
    return [row for row in rows if any(row.values())]


def _removed(field: FormField, number: int, post: QueryDict) -> bool:
    return post.get("remove") == f"{field.key}.{number}"


def more_rows(raw: Mapping[str, Any], post: QueryDict) -> dict[str, Any]:
    """The same with one more empty row where the button for it was pressed."""
    key = post.get("add", "")
    return {**raw, key: [*raw[key], {}]} if isinstance(raw.get(key), list) else dict(raw)
