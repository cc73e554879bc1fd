"""Search in PostgreSQL by itself.

A rare question goes through the index and is answered whole: count, facets and page from the same few rows. A common
one fills its page after a short walk along the list, and its count is "10000+". Which it is, is known beforehand from
how common its pieces are; where all of them are common, a sample of the table tells, and else the index.
"""

from dataclasses import replace

from hall.textsearch.asking import CAP, Asked, Collection, Found, Hit, SearchBackend
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.frequencies import frequencies
from hall.textsearch.postgres.planning import Plan, planned
from hall.textsearch.postgres.sampling import surely_capped
from hall.textsearch.postgres.timing import one_search


class PostgresSearch(SearchBackend):
    @one_search()
    def find(self, collection: Collection, asked: Asked) -> Found:
        asked = replace(asked, text=asked.text if asked.words and asked.text else collection.texts[0])
        known = frequencies(collection.name, collection.indexes[collection.texts.index(asked.text)])
        plan = planned(collection, asked, known, frequencies(collection.name, collection.long_index))
        if plan.is_surely_capped or (not plan.is_near and surely_capped(collection, asked, known)):
            found = _listed(collection, asked, plan)
            # What is at its end on the first page is not so much as was forecast.
            if found.more or asked.position:
                return found
        return _gathered(collection, asked, plan)


def _gathered(collection: Collection, asked: Asked, plan: Plan) -> Found:
    gathered = statements.gather(collection, asked, plan)
    if gathered.count > CAP:
        return _listed(collection, asked, plan)
    found = _page(asked, gathered.hits, gathered.count, capped=False)
    return replace(found, best_first=asked.best_first and bool(asked.words), facets=gathered.facets)


def _listed(collection: Collection, asked: Asked, plan: Plan) -> Found:
    """More than are counted, newest first, by the list; only when a long walk finds too few, by the index."""
    hits = statements.walk(collection, asked)
    if hits is None:
        hits = statements.page(collection, asked, plan)
    return _page(asked, hits, CAP, capped=True)


def _page(asked: Asked, hits: list[Hit], number: int, *, capped: bool) -> Found:
    more, shown = len(hits) > asked.size, hits[: asked.size]
    if asked.position and asked.position.backwards:
        shown = shown[::-1]
    return Found(shown, more, number, capped)
