"""Kinds of department: the words by which licence items name who decides, whatever the level."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "department_kinds.csv"


@dataclass(frozen=True, slots=True)
class DepartmentKind:
    """One row of the table; an empty name means that this level has no such department."""

    serial: int
    kind: str
    aliases: tuple[str, ...]
    letters: str
    city_name: str
    district_name: str
    county_name: str


def _read(row: dict[str, str]) -> DepartmentKind:
    return DepartmentKind(
        serial=int(row["serial"]),
        kind=row["kind"],
        aliases=tuple(filter(None, row["aliases"].split(";"))),
        letters=row["letters"],
        city_name=row["city_name"],
        district_name=row["district_name"],
        county_name=row["county_name"],
    )


@lru_cache(maxsize=1)
def department_kinds() -> tuple[DepartmentKind, ...]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(_read(row) for row in csv.DictReader(table))


@lru_cache(maxsize=1)
def _kind_of_word() -> dict[str, str]:
    return {word: known.kind for known in department_kinds() for word in (known.kind, *known.aliases)}


def canonical_kind(word: str) -> str:
    """The kind that ``word`` means; item lists say 人力社保 where the table says 人力资源社会保障."""
    return _kind_of_word().get(word, word)
