"""Rows of a file under the names of the data dictionary, a row at a time. Our own files read back as written."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hall.errors import Invalid
from tracking.opendata.formats import RISKY

# What other registers call our fields.
_ALIASES = {
    "decision_no": "document_number",
    "authority": "issuer_name",
    "gov_info_index_no": "index_number",
}
_PROTECTED = re.compile(rf"^'(?={RISKY})")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """``number`` counts the rows of the file from one, without the header; an empty value is a gap."""

    number: int
    told: dict[str, str]


def read_rows(path: Path) -> Iterator[SourceRow]:
    """Raises Invalid for what is no CSV or JSON Lines in UTF-8."""
    reader = _json_rows if path.suffix in (".jsonl", ".ndjson") else _csv_rows
    try:
        for number, row in enumerate(reader(path), start=1):
            yield SourceRow(number, {_ALIASES.get(name, name): _told(value) for name, value in row.items() if name})
    except (UnicodeDecodeError, csv.Error, json.JSONDecodeError, AttributeError) as problem:
        raise Invalid(f"{path.name}：{problem}") from problem


def _told(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _csv_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _PROTECTED.sub("", value) if isinstance(value, str) else "" for name, value in row.items()}


def _json_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield dict(json.loads(line).items())
