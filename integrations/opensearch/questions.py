"""What is asked, in the language of the service. Pure."""

from typing import Any

from hall.textsearch import CAP, Asked, Collection, Position, folded

_MOST_VALUES = 40


def body(collection: Collection, asked: Asked) -> dict[str, Any]:
    """One page, counted up to one more than the cap, with its facets."""
    ranked = asked.best_first and bool(asked.words)
    backwards = bool(asked.position and asked.position.backwards)
    question: dict[str, Any] = {
        "query": {"bool": {"filter": conditions(collection, asked)}},
        "sort": order(collection, ranked=ranked, backwards=backwards),
        "size": asked.size + 1,
        "track_total_hits": CAP + 1,
        "_source": False,
    }
    if ranked:
        question["query"]["bool"]["must"] = [rank(asked)]
    if asked.position:
        question["search_after"] = place(asked.position, ranked=ranked)
    if asked.with_facets:
        question["aggs"] = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in collection.filters}
    return question


def conditions(collection: Collection, asked: Asked) -> list[dict[str, Any]]:
    text = asked.text or collection.texts[0]
    told = [holds(text, word) for word in asked.words]
    told += [{"term": {name: asked.filters[name]}} for name in collection.filters if name in asked.filters]
    told += [holds(collection.texts[0], folded(part)) for part in asked.containing.values()]
    told += [{"wildcard": {name: {"value": f"*{_plain(part)}*"}}} for name, part in asked.containing.items()]
    days = {"gte": asked.since, "lte": asked.until}
    limits = {name: day.isoformat() for name, day in days.items() if day}
    return told + ([{"range": {collection.day: limits}}] if limits else [])


def holds(text: str, word: str) -> dict[str, Any]:
    """One character means that a field begins with it. Folded text has no sign of the pattern language."""
    if len(word) == 1:
        return {"term": {f"{text}_begins": word}}
    return {"wildcard": {text: {"value": f"*{word}*"}}}


def _plain(part: str) -> str:
    return "".join(f"\\{character}" if character in "\\*?" else character for character in part)


def rank(asked: Asked) -> dict[str, Any]:
    """As in PostgreSQL, one more: 4 the first field is the word, 3 another is or the first begins with it, 2, 1."""
    word = asked.words[0]
    fits = [
        ({"term": {"first": word}}, 4),
        ({"term": {"line": word}}, 3),
        ({"prefix": {"first": word}}, 3),
        ({"prefix": {"line": word}}, 2),
        ({"match_all": {}}, 1),
    ]
    return {"dis_max": {"queries": [{"constant_score": {"filter": fit, "boost": boost}} for fit, boost in fits]}}


def order(collection: Collection, *, ranked: bool, backwards: bool) -> list[dict[str, str]]:
    direction = "asc" if backwards else "desc"
    names = (["_score"] if ranked else []) + [collection.day, collection.uid]
    return [{name: direction} for name in names]


def place(position: Position, *, ranked: bool) -> list[Any]:
    told = [position.day.isoformat(), str(position.uid)]
    return [position.rank + 1, *told] if ranked else told
