"""What a row must be, as SQL with parameters: in the index, and read in the row itself."""

from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from hall.textsearch.asking import Asked, Collection, Position
from hall.textsearch.pieces import is_whole, is_whole_filter
from hall.textsearch.postgres.planning import Plan


@dataclass(slots=True)
class Condition:
    """Parts that all hold, with their parameters in the order of the parts."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, part: str, *values: Any) -> "Condition":
        self.parts.append(part)
        self.values += values
        return self

    def __add__(self, other: "Condition") -> "Condition":
        return Condition(self.parts + other.parts, self.values + other.values)

    def __str__(self) -> str:
        return " AND ".join(self.parts) or "TRUE"


def quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def indexed(collection: Collection, asked: Asked, plan: Plan) -> Condition:
    """Exactly the expressions of the indexes, else PostgreSQL would not see that they are the same."""
    short = ", ".join(map(quoted, (asked.text, *collection.filters)))
    long = ", ".join(map(quoted, (collection.texts[0], collection.day, *collection.narrowing)))
    asked_for = [("hall_pieces", short, "@>", plan.pieces)]
    asked_for += [("hall_long_pieces", long, "@>", plan.long), ("hall_long_pieces", long, "&&", plan.years)]
    condition = Condition()
    for function, columns, sign, pieces in asked_for:
        if pieces:
            condition.add(f'{function}({columns}) COLLATE "C" {sign} %s::text[]', list(pieces))
    return condition


def read(collection: Collection, asked: Asked, plan: Plan | None = None) -> Condition:
    """All that was asked for: true of exactly the rows that are meant. What is one piece, and is told by the index that
    is asked according to ``plan``, is not looked at again; nor is another index read for what is."""
    told_by, pieces = (plan.told_by, plan.pieces) if plan else ((), ())
    condition = Condition()
    for word in asked.words:
        if not is_whole(word, told_by):
            condition += _holds(quoted(asked.text), word)
    for place, column in enumerate(collection.filters, 1):
        if column in asked.filters and not is_whole_filter(place, asked.filters[column], pieces):
            value = f"{quoted(column)} || ''" if told_by else quoted(column)
            condition.add(f"{value} = %s", asked.filters[column])
    for column, part in asked.containing.items():
        condition.add(f"{quoted(column)} LIKE %s", f"%{_plain(part)}%")
    return condition + (_within(f"{quoted(collection.day)} + 0", asked) if told_by else days(collection, asked))


def days(collection: Collection, asked: Asked) -> Condition:
    return _within(quoted(collection.day), asked)


def _within(day: str, asked: Asked) -> Condition:
    condition = Condition()
    if asked.since:
        condition.add(f"{day} >= %s", asked.since)
    if asked.until:
        condition.add(f"{day} <= %s", asked.until)
    return condition


def _holds(text: str, word: str) -> Condition:
    """One character means that a field begins with it. Three times as quick as LIKE, which weighs each character."""
    if len(word) == 1:
        return Condition().add(f"strpos(E'\\n' || {text}, %s) > 0", f"\n{word}")
    return Condition().add(f"strpos({text}, %s) > 0", word)


def beyond(collection: Collection, position: Position, *, ranked: bool) -> Condition:
    """The rows on the far side; compared as a whole, so that the index is entered at the place."""
    sign = ">" if position.backwards else "<"
    names, values = [quoted(collection.day), quoted(collection.uid)], [position.day, position.uid]
    if ranked:
        names, values = ["rank", *names], [position.rank, *values]
    marks = ", ".join(["%s"] * len(values))
    return Condition().add(f"({', '.join(names)}) {sign} ({marks})", *values)


def order(collection: Collection, position: Position | None, *, ranked: bool) -> str:
    direction = "ASC" if position and position.backwards else "DESC"
    names = (["rank"] if ranked else []) + [quoted(collection.day), quoted(collection.uid)]
    return ", ".join(f"{name} {direction}" for name in names)


def rank(asked: Asked) -> Condition:
    """How well a row fits the first word, as one number: 3 its first field is the word, 2 another field is, or the
    first begins with it, 1 another begins with it, 0 it stands somewhere."""
    text, word = f"E'\\n' || {quoted(asked.text)} || E'\\n'", _plain(asked.words[0])
    first = f"CASE WHEN {text} LIKE %s THEN 3 WHEN {text} LIKE %s OR {text} LIKE %s THEN 2 WHEN {text} LIKE %s THEN 1"
    return Condition().add(f"{first} ELSE 0 END", f"\n{word}\n%", f"\n{word}%", f"%\n{word}\n%", f"%\n{word}%")


def _plain(text: str) -> str:
    """Signs of the pattern language are plain text."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
