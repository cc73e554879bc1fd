from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.masking import mask_bank_card, mask_email, mask_id_number, mask_phone
from hall.numbering.demo import demo_id_card

BIRTHS = st.dates(date(1900, 1, 1), date(2026, 11, 23))


@given(BIRTHS)
def test_a_citizen_number_never_shows_the_day_of_birth(birth):
    number = demo_id_card("500103", birth)
    assert mask_id_number(number) == number[0] + "*" * 16 + number[-1]
    assert mask_id_number(number, staff=True) == "500103********" + number[-4:]


def test_a_number_of_another_length_shows_its_ends_even_to_staff():
    assert mask_id_number("500103900101000", staff=True) == "5*************0"
    assert mask_id_number("E12345678") == "E*******8"


def test_a_number_too_short_to_hide_in_is_hidden_whole():
    assert mask_id_number("123") == "***"


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812341234", "138****1234"),
        ("138 1234 1234", "138 **** 1234"),
        ("+86 13812341234", "+86 138****1234"),
        ("023-63811234", "023-****1234"),
        ("63811234", "****1234"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_phone_number_keeps_three_and_four(phone, masked):
    assert mask_phone(phone) == masked


def test_a_bank_card_is_hidden_in_public_and_ends_with_four_for_staff():
    assert mask_bank_card("6222 0212 3456 7890 123") == "****"
    assert mask_bank_card("6222 0212 3456 7890 123", staff=True) == "****0123"


def test_an_email_keeps_its_first_character_and_its_domain():
    assert mask_email("zhang.san@example.cn") == "z***@example.cn"
    assert mask_email("no address") == "***"


@given(st.text("0123456789 -+X*@.", max_size=24))
def test_masking_twice_changes_nothing(number):
    for mask in (mask_id_number, mask_phone, mask_email, mask_bank_card):
        assert mask(mask(number)) == mask(number)
    for staff_mask in (mask_id_number, mask_bank_card):
        assert staff_mask(staff_mask(number, staff=True), staff=True) == staff_mask(number, staff=True)
