"""Narrowing by a word, shown on the table of counters, which has a text column and nothing else to do with it."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.numbering.models import Counter
from hall.textsearch import matching, squeezed

pytestmark = pytest.mark.django_db

SCOPES = [
    "重庆云上劳务派遣有限公司\n劳务派遣经营许可",
    "重庆清泉浴室有限公司\n公共场所卫生许可",
    "云上重庆科技有限公司",
    "ＡＢＣ 咨询（重庆）有限公司",
]


@pytest.fixture
def rows():
    Counter.objects.bulk_create(Counter(kind="search", scope=scope, value=1) for scope in SCOPES)
    return Counter.objects.filter(kind="search").order_by("pk")


def scopes(found) -> list[str]:
    return [row.scope for row in found]


def test_two_characters_find_every_row_that_holds_them(rows):
    assert scopes(matching(rows, "scope", "云上")) == [SCOPES[0], SCOPES[2]]


def test_pieces_in_another_order_are_not_found(rows):
    assert scopes(matching(rows, "scope", "重庆云上")) == [SCOPES[0]]


def test_width_case_and_punctuation_do_not_matter(rows):
    assert scopes(matching(rows, "scope", "abc咨询")) == [SCOPES[3]]
    assert scopes(matching(rows, "scope", "咨询 重庆")) == [SCOPES[3]]


def test_a_word_across_two_fields_is_not_found(rows):
    assert scopes(matching(rows, "scope", "公司劳务")) == []


def test_one_character_finds_fields_that_begin_with_it(rows):
    assert scopes(matching(rows, "scope", "云")) == [SCOPES[2]]
    assert scopes(matching(rows, "scope", "公")) == [SCOPES[1]]


@pytest.mark.parametrize("query", ["", "   ", "，。", "\n"])
def test_an_empty_question_leaves_the_rows_as_they_were(rows, query):
    assert len(matching(rows, "scope", query)) == len(SCOPES)


@pytest.mark.parametrize("query", ["%%", "_%", "100%", "\\\\", "'; --"])
def test_signs_of_the_pattern_language_are_plain_text(rows, query):
    assert all(squeezed(query) in squeezed(scope) for scope in scopes(matching(rows, "scope", query)))


def test_the_filter_that_was_set_before_stays(rows):
    assert scopes(matching(rows.exclude(scope=SCOPES[0]), "scope", "云上")) == [SCOPES[2]]


def test_the_order_of_the_rows_stays(rows):
    assert scopes(matching(rows.reverse(), "scope", "云上")) == [SCOPES[2], SCOPES[0]]


def test_the_index_answers(rows):
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX pieces_tried ON numbering_counter USING gin (hall_bigrams(scope))")
        cursor.execute("SET LOCAL enable_seqscan = off")
        sql, parameters = matching(Counter.objects.order_by(), "scope", "清泉浴室").query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", parameters)
        assert "pieces_tried" in str(cursor.fetchall())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text("重庆云上A1 \n·", max_size=12), st.text("重庆云上a１ ", min_size=2, max_size=4))
def test_search_finds_exactly_the_texts_that_hold_the_query(rows, text, query):
    row = Counter.objects.create(kind="search", scope=text + "|", value=1)
    wanted = squeezed(query)
    found = matching(Counter.objects.filter(pk=row.pk), "scope", query).exists()
    row.delete()
    if len(wanted) != 1:
        assert found == (wanted in squeezed(text))
    else:
        assert found == any(line.startswith(wanted) for line in squeezed(text).split("\n"))
