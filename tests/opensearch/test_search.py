"""The second backend, asked the same as PostgreSQL: the same rows, counts, facets and order.

The server is osmem-server, which answers as OpenSearch does but keeps all in memory: it shows what is asked and how
answers are read, not how fast a real service is.
"""

from dataclasses import replace as with_other
from datetime import date

import pytest
from django.db import connection
from osmem_server import OsmemServer

from hall.events.models import Letter
from hall.events.worker import drain
from hall.textsearch import Asked, backend, next_version
from hall.textsearch.postgres import PostgresSearch
from integrations.opensearch.search import OpenSearch
from tests.cast import client_of
from tests.register.making import entered, of_person, publication
from tracking.register import queries
from tracking.register.actions import enter, restate
from tracking.register.changing import replace, take_back
from tracking.register.cursor import cursor_of
from tracking.register.indexing import carry, reindex
from tracking.register.models import Record, RecordChangeReason, RecordKind, RecordStatus
from tracking.register.queries import Wanted
from tracking.register.searching import REGISTER, words_of
from tracking.register.suggesting import suggestions

pytestmark = pytest.mark.django_db
# Nothing listens there.
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def server():
    with OsmemServer.start() as started:
        yield started


@pytest.fixture
def service(server, settings, city):
    with server.clone() as clone:
        settings.HALL_OPENSEARCH_URL = clone.url
        settings.HALL_SEARCH = "integrations.opensearch.search.OpenSearch"
        yield clone


@pytest.fixture
def records(service):
    made = [
        entered(decided_on=date(2026, 11, 3)),
        entered(grantee="清泉浴室", decided_on=date(2026, 11, 1)),
        entered(grantee="重慶清泉科技有限公司", item_name="劳务派遣经营许可", decided_on=date(2026, 11, 2)),
        entered(kind=RecordKind.PENALTY, hall_code="500101", issuer_name="万州区水利局", content="罚款五百元。"),
        of_person(decided_on=date(2026, 11, 4)),
    ]
    reindex()
    return made


QUESTIONS = [
    Asked(),
    Asked(words_of("清泉")),
    Asked(words_of("清泉 科技")),
    Asked(words_of("重庆清泉科技")),
    Asked(words_of("泉清")),
    Asked(words_of("公司劳务")),
    Asked(words_of("清")),
    Asked(words_of("張")),
    Asked(words_of("cqqqys")),
    Asked(words_of("2026第")),
    Asked(words_of("五百"), "content_text"),
    Asked(words_of("清泉"), filters={"hall_code": "500103", "kind": "licence"}),
    Asked(filters={"status": "revoked"}),
    Asked(filters={"item_name": "劳务派遣经营许可"}),
    Asked(containing={"issuer_name": "水利"}),
    Asked(words_of("清泉"), since=date(2026, 11, 2), until=date(2026, 11, 3)),
    Asked(words_of("清泉"), best_first=True),
    Asked(words_of("没有这样的")),
]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_both_backends_answer_alike(records, asked):
    theirs, ours = backend().find(REGISTER, asked), PostgresSearch().find(REGISTER, asked)
    assert type(backend()) is not PostgresSearch
    assert theirs.hits == ours.hits
    assert (theirs.count, theirs.capped, theirs.more) == (ours.count, ours.capped, ours.more)
    assert theirs.best_first == ours.best_first
    if ours.facets:
        assert theirs.facets == ours.facets


@pytest.mark.parametrize("best_first", [False, True])
def test_pages_go_down_and_back_alike(city, records, monkeypatch, best_first):
    monkeypatch.setattr(queries, "PAGE", 2)
    wanted = {"query": "清泉", "best_first": best_first}
    first = queries.page(city.cq, Wanted(**wanted))
    second = queries.page(city.cq, Wanted(**wanted, position=cursor_of(first.older)))
    back = queries.page(city.cq, Wanted(**wanted, position=cursor_of(second.newer, backwards=True)))
    assert len(first.records + second.records) == 4
    assert back.records == first.records


def test_a_record_is_taken_over_by_a_letter_when_it_changes(city, service):
    reindex()
    record = entered()
    restate(record.uid, status=RecordStatus.REVOKED, valid_to=None)
    letters = Letter.objects.filter(kind="index_record")
    assert [letter.payload["record"] for letter in letters] == [record.pk, record.pk]
    carry(record.pk)
    assert queries.page(city.cq, Wanted(status="revoked")).records == [record]


def test_a_record_that_is_gone_is_shown_by_no_page_even_before_the_index_knows(city, records):
    Record.objects.filter(pk=records[0].pk).delete()
    assert records[0] not in queries.page(city.cq, Wanted(query="清泉")).records
    carry(records[0].pk)
    carry(records[0].pk)
    assert queries.page(city.cq, Wanted(query="清泉")).count == "3"


def test_the_index_is_owed_what_was_corrected_and_what_was_taken_back(city, service):
    reindex()
    told = publication(content="准予经营，附件略。")
    record = enter(told)
    key = record.pk
    replace(told, with_other(told, content="准予经营。"), reason=RecordChangeReason.CLERICAL)
    take_back(record.uid, reason=RecordChangeReason.SCOPE)
    assert [letter.payload["record"] for letter in Letter.objects.filter(kind="index_record")] == [key] * 3
    carry(key)
    assert queries.page(city.cq, Wanted()).count == "0"


def test_another_hall_s_records_stay_there(city, records):
    assert queries.page(city.wz, Wanted(query="清泉")).records == [records[3]]


def test_an_older_letter_that_arrives_late_changes_nothing(city, service, monkeypatch):
    reindex()
    record = entered()
    carry(record.pk)
    late = next_version()
    restate(record.uid, status=RecordStatus.REVOKED, valid_to=None)
    carry(record.pk)
    Record.objects.filter(pk=record.pk).update(status=RecordStatus.VALID)
    monkeypatch.setattr("integrations.opensearch.search.next_version", lambda: late)
    carry(record.pk)
    assert backend().find(REGISTER, Asked(filters={"status": "revoked"})).count == 1
    assert backend().find(REGISTER, Asked(filters={"status": "valid"})).count == 0


def test_a_late_letter_does_not_bring_back_what_is_gone(city, service, monkeypatch):
    reindex()
    record = entered()
    late = next_version()
    Record.objects.filter(pk=record.pk).delete()
    carry(record.pk)
    Record.objects.bulk_create([record])
    monkeypatch.setattr("integrations.opensearch.search.next_version", lambda: late)
    carry(record.pk)
    assert backend().find(REGISTER, Asked()).count == 0


def test_after_a_restore_reindexing_overtakes_what_the_index_holds(city, records):
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('hall_search_looks', 1)")
    restate(records[0].uid, status=RecordStatus.REVOKED, valid_to=None)
    carry(records[0].pk)
    revoked = Asked(filters={"status": "revoked"})
    assert backend().find(REGISTER, revoked).count == 0
    reindex()
    assert backend().find(REGISTER, revoked).count == 1


def test_its_numbers_never_fall(city, service):
    drawn = []
    for _time in range(2):
        reindex()
        drawn += [next_version(), next_version()]
    assert drawn == sorted(set(drawn))


def test_what_was_deleted_is_remembered_for_a_day(city, service):
    search = OpenSearch()
    reindex()
    assert _remembered(search) == "24h"
    search.client.indices.put_settings(index=REGISTER.name, body={"index": {"gc_deletes": "60s"}})
    reindex()
    assert _remembered(search) == "24h"


def _remembered(search: OpenSearch) -> str:
    told = search.client.indices.get_settings(index=REGISTER.name)
    return str(told[REGISTER.name]["settings"]["index"]["gc_deletes"])


def test_a_removal_that_the_service_refuses_is_tried_again(city, records, monkeypatch):
    Record.objects.filter(pk=records[0].pk).delete()
    refused = (0, [{"delete": {"_id": str(records[0].pk), "status": 503}}])
    with monkeypatch.context() as broken:
        broken.setattr("integrations.opensearch.search.bulk", lambda *_told, **_how: refused)
        with pytest.raises(RuntimeError, match="1 rows were not taken over"):
            carry(records[0].pk)
    carry(records[0].pk)
    assert backend().find(REGISTER, Asked(words_of("清泉"))).count == 3


def test_a_letter_to_a_service_that_is_away_stays_owed(city, records, settings):
    settings.HALL_OPENSEARCH_URL = NOBODY
    restate(records[0].uid, status=RecordStatus.REVOKED, valid_to=None)
    drain()
    letter = Letter.objects.filter(kind="index_record").latest("id")
    assert letter.attempts == 1
    assert letter.done_at is None


def test_a_service_that_is_away_is_told_and_never_read_as_nothing_found(city, records, settings):
    settings.HALL_OPENSEARCH_URL = NOBODY
    page = client_of().get("/register/", {"q": "清泉"})
    assert page.status_code == 503
    assert "查询服务暂时不可用，不是没有查到。" in page.content.decode()
    told = client_of().get("/api/v1/records/", {"q": "清泉"})
    assert (told.status_code, told.json()["code"]) == (503, "search_away")


def test_a_natural_person_is_in_no_suggestion(city, records):
    assert suggestions(city.cq, "张") == []
    assert "清泉浴室" in suggestions(city.cq, "清泉")
