"""The backend. It holds what is searched and answers keys; whatever is shown is read from the database."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from opensearchpy import OpenSearch as Client
from opensearchpy.exceptions import TransportError
from opensearchpy.helpers import bulk

from hall.textsearch import CAP, Asked, Collection, Found, Hit, SearchAway, SearchBackend, next_version, outrun
from integrations.opensearch.documents import SETTINGS, document, mapping
from integrations.opensearch.questions import body

logger = logging.getLogger(__name__)
# What a write may be answered with instead of done: that a newer one was first, that what is to go is not there.
_NEWER, _ABSENT = 409, 404


@lru_cache(maxsize=4)
def _client(address: str) -> Client:
    return Client(hosts=[address], timeout=10, max_retries=1)


class OpenSearch(SearchBackend):
    has_index_of_its_own = True

    def __init__(self) -> None:
        self.client = _client(settings.HALL_OPENSEARCH_URL)

    def find(self, collection: Collection, asked: Asked) -> Found:
        answer = self._answer(collection, asked)
        count = answer["hits"]["total"]["value"]
        if count > CAP and asked.best_first:
            # As everywhere: what is too many to be ranked comes newest first.
            return self.find(collection, replace(asked, best_first=False))
        ranked = asked.best_first and bool(asked.words)
        hits = [_hit(told, ranked=ranked) for told in answer["hits"]["hits"]]
        more, shown = len(hits) > asked.size, hits[: asked.size]
        if asked.position and asked.position.backwards:
            shown.reverse()
        facets = {} if count > CAP else _facets(answer)
        return Found(shown, more, min(count, CAP), count > CAP, ranked, facets)

    def _answer(self, collection: Collection, asked: Asked) -> dict[str, Any]:
        """Raises SearchAway; PostgreSQL is not asked instead: this service is there because it would not bear that."""
        try:
            answer: dict[str, Any] = self.client.search(index=collection.name, body=body(collection, asked))
        except TransportError as problem:
            # A question that the service finds wrong is our mistake, and not told as its absence.
            if problem.status_code == 400:
                raise
            logger.warning("The search service does not answer: %s", problem)
            raise SearchAway from problem
        return answer

    def prepare(self, collection: Collection) -> None:
        """An index that is there already may hold numbers that a restored database has yet to draw."""
        outrun()
        if self.client.indices.exists(index=collection.name):
            self.client.indices.put_settings(index=collection.name, body=SETTINGS)
        else:
            self.client.indices.create(index=collection.name, body=mapping(collection))

    def index(self, collection: Collection, keys: list[int]) -> None:
        """Each write tells which look at the rows it is of, so that none undoes a later one, however late it comes.

        Raises RuntimeError where the service refused one, also one that takes a row out: the letter is carried again.
        """
        version = {"version": next_version(), "version_type": "external_gte", "_index": collection.name}
        rows = collection.model._default_manager.in_bulk(keys)
        deeds = [
            version | {"_op_type": "index", "_id": key, "_source": document(collection, rows[key])}
            if key in rows
            else version | {"_op_type": "delete", "_id": key}
            for key in keys
        ]
        _done, told = bulk(self.client, deeds, raise_on_error=False, refresh=True)
        wrong = [one for one in told if not _is_as_it_should_be(one)]
        if wrong:
            raise RuntimeError(f"{len(wrong)} rows were not taken over; the first: {wrong[0]}")


def _is_as_it_should_be(told: dict[str, Any]) -> bool:
    """Of a write that was not done."""
    [(deed, answer)] = told.items()
    return answer["status"] == _NEWER or (deed == "delete" and answer["status"] == _ABSENT)


def _hit(told: dict[str, Any], *, ranked: bool) -> Hit:
    day, uid = told["sort"][-2:]
    decided = datetime.fromtimestamp(day / 1000, UTC).date()
    return Hit(int(told["_id"]), decided, UUID(uid), round(told["sort"][0]) - 1 if ranked else 0)


def _facets(answer: dict[str, Any]) -> dict[str, list[tuple[str, int]]]:
    told = answer.get("aggregations") or {}
    return {
        name: sorted(((one["key"], one["doc_count"]) for one in facet["buckets"]), key=lambda pair: (-pair[1], pair[0]))
        for name, facet in told.items()
        if facet["buckets"]
    }
