"""The desk: what is mine, by days left, narrowed by the address, however much there is."""

from datetime import datetime

import pytest

from applications.models import Handling
from hall.accounts.models import Duty, Post
from hall.audit.models import Entry
from hall.clock import freeze
from tests.applications.views.desk import browser_of, listed, uids
from tests.factories.cases import (
    SAND_MINING,
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    delivered_case,
    fresh,
    received_case,
    reported_case,
    reviewed_case,
    staff_member,
)

pytestmark = pytest.mark.django_db


def test_each_duty_finds_its_own_step(city):
    received = received_case()
    accepted = accepted_case(by="zhangxiaoman")
    reviewed = reviewed_case(by="liyinuo")
    decided = decided_case(by="yunshang")
    found = {"window": received, "examiner": accepted, "signer": reviewed, "cert": decided}
    for role, handling in found.items():
        assert uids(listed(clerk(handling, role))) == [handling.uid]


def test_all_work_of_the_department_is_one_click_away(city):
    handlings = {accepted_case().uid, reviewed_case(by="zhangxiaoman").uid, correcting_case(by="liyinuo").uid}
    assert set(uids(listed(staff_member("yz-wj-window"), scope="all"))) == handlings


def test_what_waits_for_the_applicant_is_not_mine_now(city):
    handling = correcting_case()
    window = clerk(handling, "window")
    assert uids(listed(window)) == []
    assert uids(listed(window, scope="all", urgency="waiting")) == [handling.uid]


def test_the_nearest_date_comes_first(city):
    with freeze(datetime(2026, 11, 20, 9)):
        later = accepted_case()
    with freeze(datetime(2026, 11, 3, 9)):
        sooner = accepted_case(by="zhangxiaoman")
    assert uids(listed(clerk(later, "examiner"))) == [sooner.uid, later.uid]


def test_the_lamp_comes_first_in_a_row_with_its_word(city):
    with freeze(datetime(2026, 9, 1, 9)):
        late = accepted_case()
    page = listed(clerk(late, "examiner")).content.decode()
    row = page.split("<tbody>")[1]
    assert row.index("lamp--red") < row.index(late.application.case_no)
    assert "已超期" in row


def test_another_department_another_hall_and_the_public_see_nothing_of_it(city, stranger):
    handling = received_case()
    number = handling.application.case_no
    for username, hall in (("yz-rs-window", "500103"), ("wz-wj-window", "500101"), ("cq-wj-window", "500000")):
        page = listed(staff_member(username), hall, scope="all")
        assert page.status_code == 200
        assert number not in page.content.decode()
    assert listed(stranger).status_code == 403
    assert listed(handling.application.applicant).status_code == 403
    assert listed(staff_member("yz-discloser")).status_code == 403
    assert browser_of(None).get("/500103/desk/").status_code == 302


def test_a_clerk_is_brought_to_the_desk_of_their_own_hall(city):
    window = staff_member("yz-wj-window")
    answer = browser_of(window).get("/desk/?scope=all")
    assert answer.status_code == 302
    assert answer.url == "/500103/desk/?scope=all"


def test_filters_stand_in_the_address(city):
    accepted, reviewed = accepted_case(), reviewed_case(SAND_MINING, by="yunshang")
    both = staff_member("yz-examiner")
    asked = {
        "step": ("review", accepted),
        "state": ("examining", accepted),
        "item": (accepted.application.offering.catalog_code, accepted),
        "department": (reviewed.department.uscc, reviewed),
        "text": (reviewed.application.case_no, reviewed),
    }
    Handling.objects.filter(pk=reviewed.pk).update(state="deciding")
    for name, (value, expected) in asked.items():
        assert uids(listed(both, scope="all", **{name: value})) == [expected.uid], name


@pytest.mark.parametrize("text", ["清泉", "20261124", "11500103"])
def test_a_case_is_found_by_part_of_name_or_number(city, text):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
    part = text if text in "重庆清泉浴室有限公司20261124" else handling.application.case_no[:8]
    assert uids(listed(clerk(handling, "window"), text=part)) == [handling.uid]


def test_a_search_that_finds_nothing_says_so(city):
    handling = received_case()
    page = listed(clerk(handling, "window"), text="没有这个人")
    assert uids(page) == []
    assert "没有符合条件的办件" in page.content.decode()


def test_nonsense_in_the_address_narrows_nothing(city):
    handling = received_case()
    nonsense = {"scope": "everything", "urgency": "soonish", "state": "7", "item": "'", "after": "x_y", "step": "dance"}
    assert uids(listed(clerk(handling, "window"), **nonsense)) == [handling.uid]


def test_overdue_today_and_this_week(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = accepted_case()
    due, examiner = handling.desk_due, clerk(handling, "examiner")
    moments = [(due, {"today", "week"}), (due.replace(day=due.day + 1), {"overdue"})]
    for on, expected in moments:
        with freeze(datetime(on.year, on.month, on.day, 9)):
            found = {urgency for urgency in ("overdue", "today", "week") if uids(listed(examiner, urgency=urgency))}
            assert found == expected


def test_what_is_served_moves_to_the_finished(city):
    handling = delivered_case()
    cert = clerk(handling, "cert")
    assert uids(listed(cert, scope="all")) == []
    assert uids(listed(cert, scope="finished")) == [handling.uid]


def test_below_a_reported_case_is_finished_and_above_it_is_new(city):
    above = reported_case()
    below = Handling.objects.exclude(pk=above.pk).get()
    assert uids(listed(staff_member("yz-sl-signer"), scope="finished")) == [below.uid]
    assert uids(listed(staff_member("cq-sl-examiner"), "500000")) == [above.uid]


def test_somebody_with_many_posts_sees_the_work_of_each_by_its_own_duty(city):
    received, accepted = received_case(), accepted_case(SAND_MINING, by="yunshang")
    window = clerk(received, "window")
    Post.objects.create(user=window, department=accepted.department, duty=Duty.EXAMINER)
    assert set(uids(listed(window))) == {received.uid, accepted.uid}
    assert uids(listed(window, department=accepted.department.uscc)) == [accepted.uid]


def test_the_reader_settles_what_has_fallen_due(city):
    with freeze(datetime(2026, 11, 3, 9)):
        handling = received_case()
    listed(clerk(handling, "window"))
    assert fresh(handling).application.acceptance_mode == "deemed"


def test_one_audit_row_names_every_case_that_was_shown(city):
    first, second = received_case(), received_case(by="zhangxiaoman")
    window = clerk(first, "window")
    listed(window)
    entry = Entry.objects.get(action="desk.listed")
    assert entry.actor_uid == window.uid
    assert entry.hall_code == "500103"
    assert set(entry.shown) == {str(first.application.uid), str(second.application.uid)}


@pytest.fixture
def many(city):
    """Sixty rows of one department, copied from one: three to a day, six without any date."""
    handling = accepted_case()
    Handling.objects.filter(pk=handling.pk).update(step_kind="")
    for number in range(60):
        day = None if number >= 54 else datetime(2026, 12, 1 + number // 3).date()
        copy_of(handling, number, day)
    return clerk(handling, "examiner")


def copy_of(handling, number, day):
    application = fresh(handling).application
    application.pk, application.uid, application.case_no = None, None, f"{application.case_no[:39]}{number + 100:04d}"
    application.uid = type(application)._meta.get_field("uid").get_default()
    application.save(force_insert=True)
    copy = Handling(
        application=application, hall=handling.hall, department=handling.department, level=handling.level,
        current_step="review", step_kind="review", state="examining", desk_due=day,
    )  # fmt: skip
    copy.save(force_insert=True)
    copy.steps.create(name="review", title="审查", kind="review")


def test_pages_follow_one_another_without_gap_or_repetition(many):
    first = listed(many)
    second = browser_of(many).get("/500103/desk/" + first.context["older"])
    third = browser_of(many).get("/500103/desk/" + second.context["older"])
    seen = uids(first) + uids(second) + uids(third)
    assert [len(uids(page)) for page in (first, second, third)] == [25, 25, 10]
    assert len(set(seen)) == 60
    assert third.context["older"] == ""
    days = [Handling.objects.get(uid=uid).desk_due for uid in seen]
    assert days == sorted(days, key=lambda day: (day is None, day or datetime(2026, 1, 1).date()))


def test_a_count_is_capped(many, monkeypatch):
    monkeypatch.setattr("applications.queries.desk.lists.CAP", 20)
    assert "20+" in listed(many).content.decode()


def test_the_number_of_statements_does_not_grow_with_the_rows(city, many, django_assert_max_num_queries):
    browser = browser_of(many)
    one = Handling.objects.latest("id").application.case_no
    assert len(uids(browser.get(f"/500103/desk/?text={one}"))) == 1
    with django_assert_max_num_queries(24) as few:
        browser.get(f"/500103/desk/?text={one}")
    with django_assert_max_num_queries(len(few)):
        assert len(uids(browser.get("/500103/desk/"))) == 25
