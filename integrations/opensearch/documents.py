"""A row as the service keeps it: its searched lines, its filters, its place in the order; nothing that is shown."""

from typing import Any

from django.db.models import Model

from hall.textsearch import Collection

# How long the service remembers the number of a deleted row, so that a letter that is carried late does not bring it
# back; of itself it does so for a minute.
SETTINGS = {"index": {"gc_deletes": "24h"}}


def mapping(collection: Collection) -> dict[str, Any]:
    """``wildcard`` keeps pieces of each line and compares the line too: any part of it is found, nothing else."""
    fields: dict[str, Any] = {name: {"type": "wildcard"} for name in collection.texts}
    fields |= {f"{name}_begins": {"type": "keyword"} for name in collection.texts}
    fields |= {name: {"type": "keyword"} for name in (*collection.filters, "first", "line")}
    fields |= {collection.day: {"type": "date", "format": "strict_date"}, collection.uid: {"type": "keyword"}}
    return {"settings": SETTINGS, "mappings": {"dynamic": "strict", "properties": fields}}


def document(collection: Collection, row: Model) -> dict[str, Any]:
    """``first`` and ``line`` tell how well a row fits: its first field, and each of them."""
    told: dict[str, Any] = {name: getattr(row, name) for name in collection.filters}
    for name in collection.texts:
        lines = getattr(row, name).splitlines()
        told |= {name: lines, f"{name}_begins": sorted({line[0] for line in lines})}
    lines = told[collection.texts[0]]
    told |= {"first": lines[:1], "line": lines}
    return told | {
        collection.day: getattr(row, collection.day).isoformat(),
        collection.uid: str(getattr(row, collection.uid)),
    }
