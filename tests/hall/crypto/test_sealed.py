"""What is sealed comes back whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.crypto import Unreadable, blind_index, seal, sm3_hex, unseal
from hall.crypto.digests import same_secret


@given(st.text())
def test_what_was_sealed_is_unsealed(text):
    assert unseal(seal(text)) == text


def test_the_sealed_text_shows_nothing_of_the_plain_one():
    assert "张小满" not in seal("张小满")


def test_sealing_twice_gives_two_different_texts():
    assert seal("50010319900101000X") != seal("50010319900101000X")


def test_one_changed_character_is_noticed():
    sealed = seal("23.50")
    broken = sealed[:-3] + ("A" if sealed[-3] != "A" else "B") + sealed[-2:]
    with pytest.raises(Unreadable):
        unseal(broken)


def test_a_key_that_is_not_on_the_ring_is_named():
    with pytest.raises(Unreadable, match="no field key with id 99"):
        unseal(seal("x").replace("sm4:1:", "sm4:99:"))


def test_sm3_gives_the_value_of_the_standard():
    assert sm3_hex(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_equal_numbers_have_equal_indexes_whatever_their_spelling():
    assert blind_index(" 50010319900101000x ") == blind_index("50010319900101000X")


def test_different_numbers_have_different_indexes():
    assert blind_index("13800000000") != blind_index("13800000001")


def test_an_empty_value_has_no_index():
    assert blind_index("  ") == ""


def test_a_secret_is_compared_by_its_index():
    assert same_secret("abc", blind_index("ABC"))
    assert not same_secret("abd", blind_index("ABC"))
