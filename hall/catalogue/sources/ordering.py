"""The order of names in an exported file: the schema's own, since the database keeps none."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from hall.catalogue.checking.shape import item_schema


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {name: rank for rank, name in enumerate(dict.fromkeys(_names(item_schema())))}


def _names(schema: Any) -> Iterator[str]:
    """Every property name, the parts of a thing before the things that come after it."""
    if isinstance(schema, list):
        for part in schema:
            yield from _names(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _names(part)


def in_order(content: Any) -> Any:
    if isinstance(content, Mapping):
        ranks = _ranks()
        names = sorted(content, key=lambda name: (ranks.get(name, len(ranks)), name))
        return {name: in_order(content[name]) for name in names}
    if isinstance(content, list):
        return [in_order(part) for part in content]
    return content
