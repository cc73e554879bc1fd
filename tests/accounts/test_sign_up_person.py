"""A person opens an account."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from hall.accounts.forms.fields import IdCardField, MobileField
from hall.accounts.models import Kind, RealNameLevel, User
from hall.accounts.privacy import PRIVACY_NOTICE_VERSION
from hall.audit.models import Entry
from hall.clock import today
from hall.crypto import blind_index
from hall.numbering.demo import demo_id_card
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

ADDRESS = "/500103/accounts/sign-up/person/"
ID_NUMBER = demo_id_card("500103", date(1992, 2, 29))
FILLED = {
    "name": "赵小暑",
    "id_number": ID_NUMBER,
    "phone": "19900000021",
    "username": "zhaoxiaoshu",
    "password": "Xiaoshu-2026",
    "password_again": "Xiaoshu-2026",
    "notice_read": "on",
}


def sign_up(**changes):
    client = client_of()
    return client.post(ADDRESS, FILLED | changes)


def problems(answer, name):
    assert answer.status_code == 422
    return " ".join(answer.context["form"].errors.get(name, []))


def test_who_signs_up_has_an_account_is_signed_in_and_led_to_prove_their_name():
    client = client_of()
    answer = client.post(ADDRESS, FILLED)
    assert answer.headers["Location"] == "/500103/accounts/real-name/"
    user = User.objects.get(username="zhaoxiaoshu")
    assert (user.kind, user.name, user.real_name_level) == (Kind.PERSON, "赵小暑", RealNameLevel.NONE)
    assert user.privacy_notice == PRIVACY_NOTICE_VERSION
    assert client.get("/500103/accounts/profile/").status_code == 200


def test_the_number_and_phone_are_sealed_in_the_database():
    sign_up()
    row = User.objects.extra(select={"sealed": "id_number::text || phone::text"}).get(username="zhaoxiaoshu")
    assert ID_NUMBER not in row.sealed
    assert "19900000021" not in row.sealed
    assert row.id_number == ID_NUMBER
    assert row.id_number_index == blind_index(ID_NUMBER)


def test_opening_an_account_leaves_an_audit_entry_without_the_number():
    sign_up()
    entry = Entry.objects.get(action="account.opened")
    assert entry.actor_name == "赵小暑"
    assert entry.hall_code == "500103"
    assert ID_NUMBER not in str(entry.changes)


def test_somebody_who_came_for_an_item_is_led_back_to_it():
    answer = client_of().post(f"{ADDRESS}?next=/500103/items/", FILLED)
    assert answer.headers["Location"] == "/500103/accounts/real-name/?next=%2F500103%2Fitems%2F"


def test_a_way_back_to_a_foreign_site_is_not_followed():
    answer = client_of().post(f"{ADDRESS}?next=https://evil.example/", FILLED)
    assert answer.headers["Location"] == "/500103/accounts/real-name/"


def test_a_lower_case_x_and_spaces_in_the_number_are_understood():
    number = next(
        demo_id_card("500103", date(1990, 1, 1) + timedelta(days=n))
        for n in range(100)
        if demo_id_card("500103", date(1990, 1, 1) + timedelta(days=n)).endswith("X")
    )
    sign_up(id_number=f" {number[:6]} {number[6:14]} {number[14:].lower()} ")
    assert User.objects.get(username="zhaoxiaoshu").id_number == number


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (ID_NUMBER[:17] + ("1" if ID_NUMBER[17] != "1" else "2"), "校验位"),
        ("500103199302290005", "出生日期"),
        ("50010319920229", "18位"),
        ("990103199202290000", "校验位"),
        ("", "请填写身份证号码"),
    ],
)
def test_a_wrong_number_is_told_beside_the_field_and_nothing_typed_is_lost(number, told):
    answer = sign_up(id_number=number)
    assert told in problems(answer, "id_number")
    assert not User.objects.exists()
    assert 'value="赵小暑"' in answer.content.decode()


def test_a_birthday_of_tomorrow_is_refused():
    tomorrow = demo_id_card("500103", today() + timedelta(days=1))
    assert "出生日期" in problems(sign_up(id_number=tomorrow), "id_number")


def test_the_password_is_never_sent_back():
    assert "Xiaoshu-2026" not in sign_up(phone="12").content.decode()


def test_a_number_that_has_an_account_is_refused_without_saying_whose(applicant_zhang):
    answer = sign_up(id_number=applicant_zhang.id_number)
    assert "不能再注册" in problems(answer, "id_number")
    page = answer.content.decode()
    assert applicant_zhang.name not in page
    assert applicant_zhang.username not in page
    assert User.objects.count() == 1


def test_a_taken_user_name_is_refused_whatever_its_case(applicant_zhang):
    assert "用户名" in problems(sign_up(username="ZhangXiaoMan"), "username")


@pytest.mark.parametrize("username", ["ab", "1abc", "有名", "a b c d", "a" * 31, "<script>"])
def test_a_user_name_of_other_signs_is_refused(username):
    assert problems(sign_up(username=username), "username")


def test_the_notice_must_be_read():
    changed = {name: value for name, value in FILLED.items() if name != "notice_read"}
    assert "个人信息处理告知" in problems(client_of().post(ADDRESS, changed), "notice_read")


def test_the_notice_names_who_processes_what_and_the_rights():
    page = client_of().get("/500103/accounts/privacy/").content.decode()
    for word in ("渝中区人民政府办公室（演示）", "处理的信息", "保存多久", "您的权利"):
        assert word in page


def test_trying_numbers_one_after_another_is_stopped():
    for _try in range(30):
        assert sign_up(id_number="1").status_code == 422
    assert sign_up(id_number="1").status_code == 429


@given(st.text())
def test_the_number_field_answers_every_text_with_a_number_or_a_reason(text):
    with suppress(ValidationError):
        number = IdCardField().clean(text)
        assert len(number) == 18
        assert number[:17].isdigit()


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_number_is_taken(number):
    assert MobileField().clean(number) == number


@given(st.text(alphabet="0123456789 -+１２", max_size=14))
def test_nothing_but_a_mobile_number_is_taken(text):
    with suppress(ValidationError):
        number = MobileField().clean(text)
        assert len(number) == 11
        assert number.isascii()
        assert number.startswith("1")
