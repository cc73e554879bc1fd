"""My cases: only mine, newest first, page by page."""

import pytest
from django.core.cache import cache

from applications.actions.start import start
from applications.queries.mine import my_cases
from applications.templatetags.cases import grouped
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafts(city, company_qingquan):
    """Three drafts in three districts, oldest first."""
    found = [cases.offering(hall=code) for code in ("500101", "500103", "500157")]
    return [start(company_qingquan, one, division_code=one.hall.code) for one in found]


def uids(page):
    return [row.application.uid for row in page.rows]


def test_the_newest_stands_first_and_pages_meet(drafts, company_qingquan):
    oldest, middle, newest = (draft.uid for draft in drafts)
    first = my_cases(company_qingquan, size=2)
    assert uids(first) == [newest, middle]
    assert first.newer == ""
    second = my_cases(company_qingquan, after=first.older, size=2)
    assert uids(second) == [oldest]
    assert second.older == ""
    back = my_cases(company_qingquan, before=second.newer, size=2)
    assert uids(back) == [newest, middle]
    assert back.newer == ""


def test_the_list_tells_open_cases_from_drafts(drafts, company_qingquan):
    filed = cases.received_case().application
    client = client_of(company_qingquan)
    shown = client.get("/apply/?show=open").content.decode()
    assert " ".join(grouped(filed.case_no or "")) in shown
    assert "lamp--green" in shown
    assert str(drafts[0].uid) not in shown
    assert str(drafts[0].uid) in client.get("/apply/?show=drafts").content.decode()
    assert "这里还没有办件" in client.get("/apply/?show=ended").content.decode()


def test_nobody_sees_anothers_cases(drafts, stranger):
    page = client_of(stranger).get("/apply/").content.decode()
    assert "这里还没有办件" in page
    assert client_of(stranger).get(f"/apply/?after={drafts[1].uid}").status_code == 404
    assert client_of().get("/apply/").status_code == 302


def test_a_broken_place_in_the_list_is_absent(drafts, company_qingquan):
    assert client_of(company_qingquan).get("/apply/?after=nonsense").status_code == 404


def test_my_space_shows_my_latest_cases(drafts, company_qingquan):
    page = client_of(company_qingquan).get("/space/").content.decode()
    assert "我的办件" in page
    assert str(drafts[2].uid) in page


def test_the_list_costs_the_same_for_one_case_or_three(city, company_qingquan, django_assert_num_queries):
    cases.accepted_case()
    with django_assert_num_queries(4):
        my_cases(company_qingquan)
    cases.accepted_case()
    cases.received_case()
    with django_assert_num_queries(4):
        my_cases(company_qingquan)


def test_the_home_page_counts_what_its_hall_received(city):
    cache.clear()
    cases.received_case()
    assert "累计收件" in client_of().get("/500103/").content.decode()
    for hall, count in (("500103", 1), ("500000", 1), ("500101", 0)):
        page = client_of().get(f"/{hall}/").content.decode()
        assert f"<dt>今日收件</dt><dd>{count} " in page
    cache.clear()
