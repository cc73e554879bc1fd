import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.textsearch import folded, marked


def told(text: str, *words: str, **more: bool) -> str:
    return "".join(f"[{part}]" if hit else part for part, hit in marked(text, words, **more))


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("重庆清泉浴室有限公司", ("清泉",), "重庆[清泉]浴室有限公司"),
        ("重慶清泉浴室", ("重庆", "浴室"), "[重慶]清泉[浴室]"),
        ("渝中卫健许〔２０２６〕第１２号", ("2026第12",), "渝中卫健许〔[２０２６〕第１２]号"),
        ("云上云", ("云",), "[云]上云"),
        ("甲乙乙丙", ("乙乙", "乙丙"), "甲[乙乙丙]"),
        ("甲乙", (), "甲乙"),
        ("", ("甲乙",), ""),
    ],
)
def test_what_was_looked_for_is_marked_as_it_is_written(text, words, shown):
    assert told(text, *words) == shown


def test_initials_mark_their_characters_only_where_they_are_searched():
    assert told("重庆清泉浴室", "qqys", with_initials=True) == "重庆[清泉浴室]"
    assert told("重庆清泉浴室", "qqys") == "重庆清泉浴室"


@given(st.text("重庆慶清泉（A１ \n", max_size=12), st.lists(st.text("重庆清泉a1", min_size=1, max_size=3), max_size=3))
def test_marking_changes_no_character(text, words):
    assert "".join(part for part, _hit in marked(text, tuple(map(folded, words)))) == text
