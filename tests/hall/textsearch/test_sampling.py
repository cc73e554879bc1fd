"""A sample in memory tells what is far beyond the cap, by the same rule as the database. Pure but for the last."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.textsearch import Asked
from hall.textsearch.pieces import asked_pieces, is_whole, is_whole_filter, long_pieces
from hall.textsearch.postgres import frequencies, statements
from hall.textsearch.postgres.conditions import read
from hall.textsearch.postgres.frequencies import Frequencies
from hall.textsearch.postgres.planning import Plan, planned
from hall.textsearch.postgres.sampling import Sample, forget, meant
from hall.textsearch.postgres.sampling import _sample as sample
from tests.register.making import entered
from tracking.register.models import Record
from tracking.register.searching import REGISTER, words_of

WORDS = st.text("重庆清泉浴室渝1290%_", min_size=1, max_size=4)
NUMBERS = st.text("12ab渝", min_size=1, max_size=8)


def drawn(number: int) -> Sample:
    return Sample([""] * number, [(date(2026, 11, 20), ())] * number, 1_000_000)


def test_twice_what_would_be_the_cap_is_evidence_and_the_cap_itself_is_none():
    assert 240 < drawn(20_000).needed(10_000) < 400


def test_a_small_sample_is_evidence_of_nothing():
    assert drawn(5).needed(10_000) > 5
    assert Sample([], [], 0).needed(10_000) > 0


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(WORDS, min_size=1, max_size=3),
    words=st.lists(WORDS, max_size=2),
    kind=st.sampled_from(["", "penalty"]),
)
def test_memory_and_database_mean_the_same_rows(city, names, words, kind):
    for name in names:
        entered(grantee=name)
    asked = Asked(words_of(" ".join(words)), "search_text", {"kind": kind} if kind else {}, {"issuer_name": "卫生"})
    condition = read(REGISTER, asked)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{REGISTER.name}" WHERE {condition}', condition.values)
        theirs = cursor.fetchone()[0]
    records = list(Record.objects.all())
    rows = [(record.decided_on, tuple(getattr(record, name) for name in REGISTER.filters)) for record in records]
    everything = Sample([record.search_text for record in records], rows, len(records))
    assert meant(everything, REGISTER, asked) == theirs


@pytest.mark.django_db
def test_places_that_hold_no_row_are_passed_over(city):
    entered()
    assert len(statements.rows_at(REGISTER, "search_text", '{"(0,1)","(900,1)"}')) <= 1


def test_what_is_one_piece_and_was_asked_of_the_index_is_not_looked_at_again():
    assert is_whole("清泉", ("清泉",))
    assert is_whole("清", ("\n清",))
    assert is_whole("123", ("123",))
    assert is_whole("cqqy", ("cqqy",))
    assert is_whole("00012", ("00012",))
    assert not is_whole("000123", ("00012", "00123"))
    assert not is_whole("12", ("12",))
    assert not is_whole("清泉浴", ("清泉", "泉浴"))
    assert not is_whole("清泉", ())
    assert is_whole_filter(2, "licence", ("2:licence",))
    assert not is_whole_filter(2, "长" * 101, ("2:" + "长" * 100,))
    assert not is_whole_filter(2, "长" * 100, ("2:" + "长" * 100,))  # longer ones begin so too


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(WORDS | NUMBERS, min_size=1, max_size=3), word=WORDS | NUMBERS)
def test_the_indexes_alone_find_what_reading_finds(city, names, word):
    for name in names:
        entered(grantee=name)
    for asked_word in words_of(word):
        asked = Asked((asked_word,), "search_text", {"kind": "licence"})
        plan = Plan((*asked_pieces(asked_word), "2:licence"), None, long=tuple(long_pieces(asked_word)))
        found = statements.gather(REGISTER, asked, plan)
        texts = [f"\n{record.search_text}" for record in Record.objects.all()]
        wanted = asked_word if len(asked_word) > 1 else f"\n{asked_word}"
        assert found.count == sum(wanted in text for text in texts)


NARROWED = st.fixed_dictionaries(
    {},
    optional={
        "hall_code": st.sampled_from(["500103", "a:b"]),
        "kind": st.sampled_from(["licence", "penalty"]),
        "item_name": st.sampled_from("甲乙"),
    },
)
DAYS = st.dates(date(2019, 12, 30), date(2022, 1, 2))


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(NARROWED, DAYS), max_size=4), filters=NARROWED, days=st.tuples(DAYS, DAYS))
def test_filters_and_years_by_the_indexes_find_what_reading_finds(city, rows, filters, days):
    for values, day in rows:
        entered(decided_on=day, **values)
    asked = Asked((), "search_text", filters, since=min(days), until=max(days))
    # As if long pieces were rare and the others common, so that whatever has long ones is asked for by them.
    known, long = (Frequencies(1_000_000, 100_000, {"清泉": 0.01}, least) for least in (0.3, 0.001))
    plan = planned(REGISTER, asked, known, long)
    narrowed = bool(filters.keys() & set(REGISTER.narrowing))
    assert (bool(plan.long), bool(plan.years)) == (narrowed, narrowed)
    found = statements.gather(REGISTER, asked, plan)
    assert found.count == Record.objects.filter(**filters, decided_on__range=(asked.since, asked.until)).count()


@pytest.mark.django_db
def test_what_was_taken_back_is_drawn_no_more_once_a_row_is_gone(city, monkeypatch):
    forget()
    entered(grantee="重庆渝北浴室有限公司")
    record = entered(grantee="重庆清泉浴室有限公司")

    def drawn(*_asked):
        return [(one.search_text, (one.decided_on, ())) for one in Record.objects.all()]

    monkeypatch.setattr(statements, "rows_at", drawn)
    known = Frequencies(2.0, 1, deleted=0)
    assert "清泉" in "".join(sample(REGISTER, "search_text", known).texts)
    record.delete()
    # Not yet known of in this process.
    assert "清泉" in "".join(sample(REGISTER, "search_text", known).texts)
    assert "清泉" not in "".join(sample(REGISTER, "search_text", replace(known, deleted=1)).texts)
    forget()


@pytest.mark.django_db(transaction=True)
def test_the_database_tells_of_deleted_rows(city):
    before = _deleted()
    entered().delete()
    assert _deleted() > before


def _deleted() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    frequencies.forget()
    return frequencies.frequencies(REGISTER.name, REGISTER.indexes[0]).deleted
