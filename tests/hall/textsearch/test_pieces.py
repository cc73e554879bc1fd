import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from hall.textsearch import pieces, squeezed

TEXT = st.text(
    st.one_of(
        st.sampled_from("重庆渝Ａ１２aB -·〔〕、，\n\t〇々ßÉ①ﾊ"),
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
