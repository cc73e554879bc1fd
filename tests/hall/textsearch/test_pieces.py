import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from hall.textsearch import folded, pieces, searchable, squeezed
from hall.textsearch.pieces import asked_pieces, field_pieces, filter_pairs, long_field_pieces, long_pieces

TEXT = st.text(
    st.one_of(
        st.sampled_from("重庆渝Ａ１２3aBc -·〔〕、，\n\t〇々ßÉ①ﾊ"),
        st.characters(max_codepoint=0xFFFF, exclude_characters="\x00", exclude_categories=["Cs", "Cn", "Co"]),
    ),
    max_size=30,
)


def in_database(function: str, text: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [text])
        return cursor.fetchone()[0]


@pytest.mark.django_db
@given(TEXT)
def test_the_database_and_the_program_cut_alike(text):
    assert in_database("hall_squeezed", text) == squeezed(text)
    assert in_database("hall_bigrams", text) == pieces(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("渝Ａ－１２", "渝a12"),
        ("渝中卫健许可〔2026〕第12号", "渝中卫健许可2026第12号"),
        ("二〇二六年 人々", "二〇二六年人々"),
        ("甲 公司\n乙·丙", "甲公司\n乙丙"),
    ],
)
def test_only_words_and_numbers_are_compared(text, plain):
    assert squeezed(text) == plain


def test_no_piece_joins_two_lines():
    assert pieces("甲乙\n丙丁") == ["甲乙", "丙丁"]


@pytest.mark.django_db
@given(st.lists(TEXT, max_size=3), st.lists(st.text("500103有效:x", max_size=4), min_size=1, max_size=3))
def test_the_database_and_the_program_cut_fields_and_filters_alike(fields, filters):
    text = searchable(fields)
    with connection.cursor() as cursor:
        cursor.execute("SELECT hall_pieces(%s, VARIADIC %s::text[])", [text, filters])
        cut = cursor.fetchone()[0]
    assert set(cut) == field_pieces(text, *filters)


NUMBER = st.text("12ab渝\n", max_size=30)
FILTERS = st.lists(st.text("500103有效:,x", max_size=4), max_size=3)


@pytest.mark.django_db
@given(st.lists(TEXT | NUMBER, max_size=3), st.dates(), FILTERS)
def test_the_database_and_the_program_cut_long_pieces_alike(fields, day, filters):
    text = searchable(fields)
    with connection.cursor() as cursor:
        cursor.execute("SELECT hall_long_pieces(%s, %s, VARIADIC %s::text[])", [text, day, filters])
        cut = cursor.fetchone()[0]
    assert set(cut) == long_field_pieces(text, day.year, *filters)


@given(TEXT | NUMBER, st.data())
def test_whatever_part_is_asked_for_its_pieces_are_in_the_text(text, data):
    plain = searchable([text])
    if len(plain) > 1:
        first = data.draw(st.integers(0, len(plain) - 2))
        word = plain[first : data.draw(st.integers(first + 2, len(plain)))]
        assert set(asked_pieces(word)) <= field_pieces(plain)
        assert set(long_pieces(word)) <= long_field_pieces(plain, 2026)


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("第00060号", ["00060"]),
        ("0006001", ["00060", "00600", "06001"]),
        ("cqqys", ["cqqy", "qqys"]),
        ("a12b3c", ["a12b3", "12b3c"]),
        ("abcde1", ["abcde", "bcde1", "abcd", "bcde"]),
        ("cqq", []),
        ("渝a12", []),
    ],
)
def test_numbers_codes_and_initials_have_long_pieces(word, asked):
    assert long_pieces(word) == asked


@given(FILTERS, st.data())
def test_whatever_filters_are_asked_for_together_each_two_of_them_are_a_piece_of_the_row(filters, data):
    values = dict(enumerate([*filters, "2026"], 1))
    places = data.draw(st.sets(st.sampled_from(sorted(values))))
    pairs = filter_pairs({place: values[place] for place in places})
    assert len(pairs) == len(places) * (len(places) - 1) // 2
    assert set(pairs) <= long_field_pieces("", 2026, *filters)


def test_one_character_asks_for_fields_that_begin_with_it():
    assert asked_pieces("云") == ["\n云"]
    assert "\n劳" in field_pieces(searchable(["重庆云上", "劳务派遣"]))


def test_a_filter_is_a_piece_that_no_text_can_hold():
    assert "1:500103" in field_pieces("甲乙", "500103")
    assert ":" not in folded("1:500103 1：500103")


def test_a_very_long_value_still_fits_a_page_of_the_index():
    long = "办" * 1000
    assert f"1:{'办' * 100}" in field_pieces("", long)
    assert f"1,2:{'办' * 100}:{'办' * 100}" in long_field_pieces("", 2026, long, long)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("許可", "许可"),
        ("渝中衛健許可〔２０２６〕第１２號", "渝中卫健许可2026第12号"),
        ("昇華", "升华"),
        ("乾坤", "干坤"),
        ("ＡＢＣ諮詢", "abc咨询"),
    ],
)
def test_traditional_characters_are_read_as_simplified_ones(text, plain):
    assert folded(text) == plain
    assert folded(plain) == plain


@given(TEXT)
def test_folding_keeps_every_place(text):
    assert len(folded(text)) == len(squeezed(text))
