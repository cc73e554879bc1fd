"""What readers ask of the register, by class, drawn from the volume itself; the same for the same volume."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from django.db import connection

from hall.textsearch import Asked, Position, folded, initials
from hall.uids import uid7
from tests.performance.register.rows import SEED
from tracking.register.models import Record

T = TypeVar("T")
TIMES = 32
SPARSE = "several common words, few rows"
_READ = 20_000
_LENGTHS = (2, 3, 4, 8)


@dataclass(frozen=True, slots=True)
class Row:
    """What of a record questions are made of."""

    grantee: str
    is_person: bool
    item_name: str
    issuer_name: str
    document_number: str
    grantee_code: str
    hall_code: str
    content_text: str


def questions(*, with_content: bool) -> dict[str, list[Asked]]:
    """About thirty of each class; fewer where the volume does not hold as many."""
    chance = Random(SEED)
    rows = _rows()
    classes: dict[str, list[Asked]] = {}
    for length in _LENGTHS:
        rare, common = _substrings(rows, length)
        classes[f"{length} characters, rare"] = _words(chance, rare)
        classes[f"{length} characters, common"] = _words(chance, common)
        classes[f"{length} characters, absent"] = _words(chance, _absent(chance, rows, length))
    two = [asked.words[0] for asked in classes["2 characters, common"]]
    names = [folded(row.grantee)[2:5] for row in rows if not row.is_person]
    classes["one character"] = _words(chance, [folded(row.item_name)[0] for row in rows[:200]])
    classes["document number"] = _words(chance, [folded(row.document_number) for row in rows])
    classes["tail of a number"] = _words(chance, [folded(row.document_number)[-7:-1] for row in rows])
    classes["credit code"] = _words(chance, [folded(row.grantee_code) for row in rows if row.grantee_code])
    classes["initials"] = _words(chance, [initials(row.grantee)[2:7] for row in rows if not row.is_person])
    classes["filters: rare word in a hall"] = [
        Asked((word,), filters={"hall_code": row.hall_code})
        for word, row in _some(chance, list(zip(names, rows, strict=False)))
    ]
    classes["filters: common word in a hall, revoked"] = [
        Asked((word,), filters={"hall_code": row.hall_code, "status": "revoked"})
        for word, row in zip(two, _some(chance, rows), strict=False)
    ]
    classes["filters: a department's item in two years"] = [
        Asked(
            filters={"issuer_name": row.issuer_name, "item_name": row.item_name},
            since=date(2021, 1, 1),
            until=date(2022, 12, 31),
        )
        for row in _some(chance, rows)
    ]
    classes["the list, first page"] = [Asked()] * TIMES
    classes["the list, deep"] = [Asked(position=_deep(chance)) for _ in range(TIMES)]
    classes["a hall's list, deep"] = [
        Asked(filters={"hall_code": row.hall_code}, position=_deep(chance)) for row in _some(chance, rows)
    ]
    classes["common word, deep"] = [Asked((word,), position=_deep(chance)) for word in two]
    classes["best first, rare word"] = [Asked(asked.words, best_first=True) for asked in classes["4 characters, rare"]]
    if with_content:
        texts = [row.content_text for row in rows if row.content_text]
        for length in (2, 4):
            rare, common = _frequent(texts, length)
            classes[f"content: {length} characters, rare"] = _words(chance, rare, "content_text")
            classes[f"content: {length} characters, common"] = _words(chance, common, "content_text")
    classes[SPARSE] = _sparse(chance, rows)
    return {name: asked for name, asked in classes.items() if asked}


def _rows() -> list[Row]:
    """Spread over the whole volume."""
    names = list(Row.__dataclass_fields__)
    names[names.index("is_person")] = "grantee_is_person"
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {", ".join(names)} FROM "{Record._meta.db_table}" '
            f'WHERE id %% GREATEST((SELECT max(id) FROM "{Record._meta.db_table}") / %s, 1) = 0 ORDER BY id LIMIT %s',
            [_READ, _READ],
        )
        return [Row(*row) for row in cursor.fetchall()]


def _substrings(rows: list[Row], length: int) -> tuple[list[str], list[str]]:
    texts = [folded(row.grantee) for row in rows if not row.is_person]
    return _frequent(texts + [folded(row.item_name) for row in rows], length)


def _frequent(texts: list[str], length: int) -> tuple[list[str], list[str]]:
    """Words of the length that stand once in the sample, and those in at least every hundredth row of it."""
    held: Counter[str] = Counter()
    for text in texts:
        held.update({text[place : place + length] for place in range(len(text) - length + 1)})
    often = max(len(texts) // 100, 2)
    rare = [word for word, count in held.items() if count == 1]
    return sorted(rare), sorted(word for word, count in held.items() if count >= often)


def _absent(chance: Random, rows: list[Row], length: int) -> list[str]:
    """Pieces that exist, in an order that does not; most of them, at two characters."""
    letters = [character for row in rows[:2000] for character in folded(row.grantee)]
    texts = "\n".join(folded(row.grantee) for row in rows)
    made = ("".join(chance.choices(letters, k=length)) for _ in range(TIMES * 20))
    return [word for word in made if word not in texts]


def _words(chance: Random, words: list[str], text: str = "search_text") -> list[Asked]:
    return [Asked((word,), text) for word in _some(chance, words)]


def _some(chance: Random, of: list[T]) -> list[T]:
    return chance.sample(of, min(TIMES, len(of)))


def _deep(chance: Random) -> Position:
    return Position(date(chance.randrange(2017, 2023), chance.randrange(1, 13), 15), uid7())


def _sparse(chance: Random, rows: list[Row]) -> list[Asked]:
    """A trade, an item and a place, each in hundredths of all rows, which few rows hold together."""
    trades = _substrings(rows, 2)[1]
    places = sorted({row.issuer_name[:2] for row in rows})
    items = [item for item, _count in Counter(folded(row.item_name)[:4] for row in rows).most_common(20)]
    return [Asked((chance.choice(trades), chance.choice(places), chance.choice(items))) for _ in range(TIMES)]
