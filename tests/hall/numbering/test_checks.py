from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.numbering.checks import (
    USCC_ALPHABET,
    id_card_birth,
    id_card_check_char,
    id_card_is_valid,
    id_card_problem,
    iso7064_mod37_36,
    normalise,
    organisation_check_char,
    uscc_check_char,
    uscc_is_valid,
    uscc_problem,
)
from hall.numbering.demo import demo_id_card, demo_uscc

TODAY = date(2026, 11, 23)


def test_real_credit_codes_of_public_bodies_pass():
    for code in ("11500228MB19576560", "11500228739838987E", "12441500196720244T"):
        assert uscc_is_valid(code), code


def test_the_check_character_of_a_credit_code_is_found_again():
    assert uscc_check_char("11500228MB1957656") == "0"


def test_the_organisation_code_inside_a_real_credit_code_checks_too():
    assert organisation_check_char("MB195765") == "6"


def test_a_credit_code_of_the_wrong_length_says_how_long_it_is():
    assert "17" in (uscc_problem("11500228MB1957656") or "")


@pytest.mark.parametrize("letter", "IOSVZ")
def test_letters_that_the_standard_leaves_out_are_refused(letter):
    assert "不含" in (uscc_problem(f"11500228MB1957656{letter}") or "")


@given(st.integers(0, 17), st.sampled_from(USCC_ALPHABET), st.integers(0, 9999))
def test_any_single_wrong_character_in_a_credit_code_is_found(place, character, serial):
    code = demo_uscc("91", "500103", serial)
    wrong = code[:place] + character + code[place + 1 :]
    assert uscc_is_valid(wrong) == (wrong == code)


@given(st.sampled_from(["11", "12", "51", "91", "92", "93", "N1"]), st.integers(0, 9999))
def test_an_invented_organisation_passes_and_its_body_begins_with_four_zeros(prefix, serial):
    code = demo_uscc(prefix, "500103", serial)
    assert uscc_is_valid(code)
    assert code[8:12] == "0000"
    assert organisation_check_char(code[8:16]) == code[16]


def test_a_serial_that_does_not_fit_is_refused():
    with pytest.raises(ValueError):
        demo_uscc("91", "500103", 10000)


def test_the_published_citizen_number_passes():
    assert id_card_problem("11010519491231002X", TODAY) is None


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_every_birth_day_makes_a_valid_citizen_number(birth, sequence):
    number = demo_id_card("500103", birth, sequence)
    assert id_card_is_valid(number, TODAY)
    assert id_card_birth(number) == birth


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_in_a_citizen_number_is_found(birth, place, shift):
    number = demo_id_card("500103", birth)
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not id_card_is_valid(wrong, TODAY)


def test_invented_people_have_the_sequence_000():
    assert demo_id_card("500103", date(1990, 1, 1))[14:17] == "000"


@pytest.mark.parametrize("birth", ["19900230", "18991231", "20261124", "00000101"])
def test_a_birth_day_that_cannot_be_is_refused(birth):
    first = f"500103{birth}000"
    assert "出生日期" in (id_card_problem(first + id_card_check_char(first), TODAY) or "")


def test_a_person_born_today_is_accepted():
    assert id_card_is_valid(demo_id_card("500103", TODAY), TODAY)


def test_an_unknown_province_is_refused():
    assert "省级代码" in (id_card_problem("000103199001010000", TODAY) or "")


def test_residence_permits_of_hong_kong_macao_and_taiwan_people_pass():
    for region in ("810000", "820000", "830000"):
        assert id_card_is_valid(demo_id_card(region, date(1990, 1, 1)), TODAY)


@pytest.mark.parametrize("number", ["", "1101051949123100", "11010519491231002x", "１１010519491231002X", "a" * 18])
def test_what_is_not_eighteen_characters_of_the_right_kind_is_refused(number):
    assert "18位" in (id_card_problem(number, TODAY) or "")


def test_full_width_digits_in_a_credit_code_are_refused():
    assert not uscc_is_valid("11５00228MB19576560")


def test_a_number_typed_with_blanks_and_in_lower_case_is_read():
    assert normalise(" 110105 19491231 002x ") == "11010519491231002X"


def test_iso_7064_gives_the_published_characters():
    assert iso7064_mod37_36("A12425GABC1234002") == "M"


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=60), st.data())
def test_iso_7064_finds_any_single_wrong_character(body, data):
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    wrong = body[:place] + other + body[place + 1 :]
    assert (iso7064_mod37_36(wrong) == iso7064_mod37_36(body)) == (wrong == body)
