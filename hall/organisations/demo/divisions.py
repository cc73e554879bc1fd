"""Divisions from the table, with who is under whom and who followed whom."""

import csv
from collections.abc import Collection
from datetime import date
from pathlib import Path

from hall.organisations.models import Division

_TABLE = Path(__file__).parent.parent / "data" / "cq_divisions.csv"
_OWN = ["name", "short_name", "kind", "valid_from", "valid_to"]


def _rows(codes: Collection[str] | None) -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return [row for row in csv.DictReader(table) if codes is None or row["code"] in codes]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _unlinked(row: dict[str, str]) -> Division:
    days = {name: _day(row[name]) for name in ("valid_from", "valid_to")}
    return Division(code=row["code"], name=row["name"], short_name=row["short_name"], kind=row["kind"], **days)


def build_divisions(codes: Collection[str] | None) -> list[Division]:
    rows = _rows(codes)
    Division.objects.bulk_create(
        map(_unlinked, rows), update_conflicts=True, unique_fields=["code"], update_fields=_OWN
    )
    # Links come second: a row may name one that stands below it in the table.
    stored = Division.objects.in_bulk([row["code"] for row in rows], field_name="code")
    for row in rows:
        stored[row["code"]].parent = stored.get(row["parent"])
        stored[row["code"]].successor = stored.get(row["successor"])
    Division.objects.bulk_update(stored.values(), ["parent", "successor"])
    return [stored[row["code"]] for row in rows]
