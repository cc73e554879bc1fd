import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.textsearch import folded, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("重庆清泉浴室有限公司", "cqqqysyxgs"),
        ("重慶長壽銀行", "cqcsyh"),
        ("长江三峡", "cjsx"),
        ("ＡＢＣ咨询（重庆）有限公司", "abczxcqyxgs"),
        ("第3门市部", "d3msb"),
    ],
)
def test_a_name_has_one_letter_for_each_character(name, letters):
    assert initials(name) == letters


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs", "Cn", "Co"]), max_size=20))
def test_each_letter_stands_where_its_character_stands(name):
    assert len(initials(name)) == len(folded(name))
