import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.masking import Kind, find, mask_free_text
from hall.numbering.checks import id_card_check_char, id_card_problem
from hall.numbering.demo import demo_id_card, demo_uscc

TODAY = date(2026, 11, 23)
ID = demo_id_card("500103", date(1990, 1, 1))
CARD = "6222021234567890128"


def kinds(text: str) -> list[Kind]:
    return [found.kind for found in find(text)]


def luhn(body: str) -> str:
    """A whole card number, made by doubling from the left, unlike the code under test."""
    doubled = [int(d) * (2 if (len(body) - i) % 2 else 1) for i, d in enumerate(body)]
    return body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"身份证{ID}。", Kind.ID_NUMBER),
        (f"ID{ID[:6]} {ID[6:14]} {ID[14:]}", Kind.ID_NUMBER),
        ("11010519491231002x", Kind.ID_NUMBER),
        ("电话13800001234，请联系", Kind.MOBILE),
        ("138-0000-1234", Kind.MOBILE),
        ("１３８００００１２３４", Kind.MOBILE),
        (f"卡号{luhn('622202123456789012')}", Kind.BANK_CARD),
        ("卡号4111 1111 1111 1111", Kind.BANK_CARD),
        ("车牌渝A12345停在门口", Kind.PLATE),
        ("渝A·D12345", Kind.PLATE),
        ("渝AF12345", Kind.PLATE),
        ("邮箱zhang.san@example.com.cn转", Kind.EMAIL),
    ],
)
def test_each_kind_is_found_as_people_write_it(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        demo_uscc("91", "500103", 12),
        "渝中卫健许可〔2026〕第000123号",
        "办理时限20个工作日，联系电话023-63811234",
        "500103199001010001",
        "1234567890123456789012345",
        "2026-11-23 10:00",
        "",
    ],
)
def test_file_numbers_dates_and_office_phones_are_left_alone(text):
    assert find(text) == []


def test_a_card_is_found_beside_another_number():
    assert kinds(f"{luhn('622202123456789')} 2026") == [Kind.BANK_CARD]
    assert kinds(f"39 {luhn('622202123456789')}") == [Kind.BANK_CARD]


def test_a_finding_tells_where_it_stands():
    (found,) = find("电话13800001234")
    assert (found.start, found.end, found.text) == (2, 13, "13800001234")


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_every_valid_citizen_number_is_found(birth, sequence):
    number = demo_id_card("500103", birth, sequence)
    assert kinds(f"申请人{number}住址") == [Kind.ID_NUMBER]


@given(st.from_regex(r"[1-6][1-5][0-9]{4}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|2[0-8])[0-9]{3}", fullmatch=True))
def test_the_sweep_and_the_check_of_applicants_agree_on_the_check_digit(body):
    number = body + id_card_check_char(body)
    other = body + ("1" if number[-1] != "1" else "2")
    assert Kind.ID_NUMBER in kinds(number)
    assert Kind.ID_NUMBER not in kinds(other)
    assert "校验位" not in (id_card_problem(number, TODAY) or "")


@given(st.from_regex(r"[3-69][0-9]{14,17}", fullmatch=True))
def test_every_card_number_is_found_as_a_card_or_a_citizen_number(body):
    assert kinds(luhn(body)) in ([Kind.BANK_CARD], [Kind.ID_NUMBER])


def test_free_text_keeps_its_words():
    assert mask_free_text(f"张三{ID}电话13800001234，渝A12345，a.b@example.cn") == (
        f"张三{ID[0]}{'*' * 16}{ID[-1]}电话138****1234，渝A*****，a***@example.cn"
    )


@given(st.text("0123456789 -X@.a渝A张三", max_size=80))
def test_nothing_is_found_in_masked_text_and_masking_twice_changes_nothing(text):
    masked = mask_free_text(text)
    assert find(masked) == []
    assert mask_free_text(masked) == masked


@pytest.mark.parametrize("text", ["a" * 60_000, "1" * 60_000, "1 " * 30_000, "渝A" * 30_000, "a.@" * 20_000])
def test_a_hostile_text_costs_no_more_than_its_length(text):
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 2
