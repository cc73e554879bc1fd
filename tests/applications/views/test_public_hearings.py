"""听证公告: anybody reads what is heard and registers to attend; nobody reads whose it is (行政许可法 Art. 46, 48)."""

import re
from typing import Any

import pytest

from applications.actions.hearings.public_notice import register_listener
from applications.actions.hearings.scheduling import postpone_hearing
from applications.actions.withdraw import withdraw
from applications.documents.kinds import Kind
from applications.models import Listener
from applications.queries.public_hearings import notices
from hall.accounts.models import RealNameLevel
from hall.clock import freeze
from hall.errors import NotAllowed, NotFound, TooLate, WrongState
from hall.uids import uid7
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk, seen
from tests.factories.hearings import (
    NEIGHBOUR,
    case_of,
    day_after,
    ordered_hearing,
    requested_hearing,
    schedule,
    scheduled_hearing,
)

pytestmark = pytest.mark.django_db


def listed(hall="500103", **query):
    return client_of().get(f"/{hall}/hearings/", query).content.decode()


def address(hearing, hall="500103"):
    return f"/{hall}/hearings/{hearing.uid}/"


def test_anybody_finds_matter_organ_day_and_place_and_no_party(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    for page in (listed(), client_of().get(address(hearing)).content.decode()):
        for words in ("浴室经营对相邻居民的影响", "201会议室", handling.department.name):
            assert words in page
        for words in (handling.application.applicant_name, NEIGHBOUR.name, handling.application.case_no):
            assert words not in page


def test_the_city_lists_its_districts_and_a_district_no_other(city):
    scheduled_hearing(accepted_case())
    assert "浴室经营对相邻居民的影响" in client_of().get("/hearings/").content.decode()
    assert "现在没有听证公告" in listed("500101")


def test_what_is_not_announced_stays_off_the_list(city):
    handling = accepted_case()
    hearing = requested_hearing(handling)
    assert "现在没有听证公告" in listed()
    schedule(handling, hearing, public=False)
    assert "现在没有听证公告" in listed()
    assert client_of().get(address(hearing)).status_code == 404


def test_nor_is_one_whose_case_was_withdrawn(city):
    handling = accepted_case()
    scheduled_hearing(handling)
    withdraw(
        handling.application.uid, handling.application.applicant, seen=seen(handling), reason="不办了。", confirmed=True
    )
    assert "现在没有听证公告" in listed()


def test_pages_follow_each_other_and_lead_back(city):
    hearing = scheduled_hearing(accepted_case())
    first = hearing.sittings.get()
    hall = first.hearing.handling.hall
    for number in range(4):
        other = ordered_hearing(accepted_case(by=("yunshang", "zhangxiaoman", "liyinuo", "qingquan")[number]))
        schedule(case_of(other), other, in_days=30 + number)
    page = notices(hall, size=2)
    walked = list(page.sittings)
    while page.older:
        page = notices(hall, before=page.older, size=2)
        walked += page.sittings
    assert len(walked) == len({one.pk for one in walked}) == 5
    assert [one.starts_at for one in walked] == sorted((one.starts_at for one in walked), reverse=True)
    back = notices(hall, after=page.newer, size=2)
    assert [one.pk for one in back.sittings] == [one.pk for one in walked[2:4]]


@pytest.mark.parametrize("cursor", ["x", "\0", "01a21ac5-85dc-7631-b3fc-7094fb62a67b"])
def test_a_cursor_that_cannot_be_read_is_the_beginning(city, cursor):
    scheduled_hearing(accepted_case())
    assert "浴室经营对相邻居民的影响" in listed(before=cursor)


def test_somebody_with_an_account_registers_once(city, stranger):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    for _twice in range(2):
        assert client_of(stranger).post(address(hearing)).status_code == 302
    assert Listener.objects.get().user == stranger
    assert "您已报名" in client_of(stranger).get(address(hearing)).content.decode()
    desk = client_of(clerk(handling, "examiner")).get(f"/500103/desk/{handling.uid}/").content.decode()
    assert stranger.name in desk


def test_without_an_account_one_signs_in_first(city):
    hearing = scheduled_hearing(accepted_case())
    page = client_of().get(address(hearing)).content.decode()
    assert re.search(r'sign-in/\?next=[^"]*hearings', page)
    answer: Any = client_of().post(address(hearing))
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    assert not Listener.objects.exists()


def test_seats_go_to_the_first_and_then_there_are_none(city, stranger, applicant_li):
    hearing = scheduled_hearing(accepted_case(), seats=1)
    register_listener(hearing.uid, stranger)
    with pytest.raises(WrongState):
        register_listener(hearing.uid, applicant_li)
    assert "报名已经结束" in client_of(applicant_li).get(address(hearing)).content.decode()


def test_on_the_day_it_is_too_late(city, stranger):
    hearing = scheduled_hearing(accepted_case())
    with freeze(hearing.sittings.get().starts_at), pytest.raises(TooLate):
        register_listener(hearing.uid, stranger)


def test_a_name_that_nobody_checked_registers_for_nothing(city, stranger):
    hearing = scheduled_hearing(accepted_case())
    stranger.real_name_level = RealNameLevel.NONE
    stranger.save()
    with pytest.raises(NotAllowed):
        register_listener(hearing.uid, stranger)
    with pytest.raises(NotFound):
        register_listener(uid7(), stranger)


def test_a_postponement_is_announced_anew(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    postpone_hearing(
        handling.uid,
        clerk(handling, "examiner"),
        seen=seen(handling),
        hearing=hearing.uid,
        starts_at=day_after(40),
        place="改在203会议室",
        reason="场地维修，改期举行。",
    )
    page = listed()
    assert "203会议室" in page
    assert "201会议室" not in page
    assert handling.application.papers.filter(kind=Kind.HEARING_PUBLIC).count() == 2
