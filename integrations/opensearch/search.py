"""The backend. It holds what is searched and answers keys; whatever is shown is read from the database."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from opensearchpy import OpenSearch as Client
from opensearchpy.helpers import bulk

from hall.textsearch import CAP, Asked, Collection, Found, Hit, SearchBackend
from integrations.opensearch.documents import document, mapping
from integrations.opensearch.questions import body


@lru_cache(maxsize=4)
def _client(address: str) -> Client:
    return Client(hosts=[address], timeout=10, max_retries=1)


class OpenSearch(SearchBackend):
    has_index_of_its_own = True

    def __init__(self) -> None:
        self.client = _client(settings.HALL_OPENSEARCH_URL)

    def find(self, collection: Collection, asked: Asked) -> Found:
        answer = self.client.search(index=collection.name, body=body(collection, asked))
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

    def prepare(self, collection: Collection) -> None:
        if not self.client.indices.exists(index=collection.name):
            self.client.indices.create(index=collection.name, body=mapping(collection))

    def index(self, collection: Collection, keys: list[int]) -> None:
        rows = collection.model._default_manager.in_bulk(keys)
        deeds = [
            {"_op_type": "index", "_index": collection.name, "_id": key, "_source": document(collection, rows[key])}
            if key in rows
            else {"_op_type": "delete", "_index": collection.name, "_id": key}
            for key in keys
        ]
        # A row that is in neither was taken back twice: that is as it should be.
        _done, failed = bulk(self.client, deeds, raise_on_error=False, refresh=True)
        wrong = [told for told in failed if "delete" not in told]
        if wrong:
            raise RuntimeError(f"{len(wrong)} rows were not indexed; the first: {wrong[0]}")


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
