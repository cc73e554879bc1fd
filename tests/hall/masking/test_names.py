import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.masking import mask_name

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张小满", "张**"),
        ("欧阳明", "欧阳*"),
        ("司马相如", "司马**"),
        ("爱新觉罗启明", "爱新觉罗**"),
        ("欧阳", "欧*"),
        ("李", "*"),
        ("", ""),
        ("阿依古丽·买买提", "阿***·***"),
        ("阿依古丽．买买提", "阿***．***"),
        ("John Smith", "J*** *****"),
        (" 张三 ", "张*"),
    ],
)
def test_only_the_surname_stays(name, masked):
    assert mask_name(name) == masked


@given(HAN)
def test_the_length_stays_and_the_last_character_never_shows(name):
    masked = mask_name(name)
    assert len(masked) == len(name)
    assert masked.endswith("*")


@given(st.text(max_size=20))
def test_masking_twice_changes_nothing(name):
    assert mask_name(mask_name(name)) == mask_name(name)
