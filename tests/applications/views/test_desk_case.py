"""One case on its page: what may be seen, what may be done, and if nothing, who holds it and why."""

from datetime import datetime, timedelta

import pytest

from applications.models import Application
from hall.accounts.models import Duty, Post
from hall.audit.models import Entry
from hall.clock import freeze, now
from hall.uids import uid7
from tests.applications.views.desk import address, browser_of, offered, opened
from tests.factories.cases import (
    SAND_MINING,
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    delivered_case,
    examine,
    fresh,
    issued_case,
    received_case,
    reviewed_case,
)

pytestmark = pytest.mark.django_db


def test_the_page_shows_answers_materials_papers_and_what_happened(city):
    handling = accepted_case()
    page = opened(handling, clerk(handling, "examiner")).content.decode()
    application = handling.application
    material = application.materials.select_related("file").first()
    for text in (
        application.case_no,
        application.applicant_code,
        "清泉浴室解放碑店",
        "13800000000",
        material.name,
        material.file.sm3,
        "受理通知书",
        "提交申请",
    ):
        assert text in page, text


# Each room's own tests tell what it offers beside these.
OF_STEPS = {"accept", "correct", "not_required", "refuse", "review", "report_up"} | {
    "grant", "deny", "send_back", "issue", "deliver"
}


def of_the_step(page):
    return [deed for deed in offered(page) if deed in OF_STEPS]


@pytest.mark.parametrize(
    ("made", "role", "deeds"),
    [
        (received_case, "window", ["accept", "correct", "not_required", "refuse"]),
        (accepted_case, "examiner", ["review"]),
        (reviewed_case, "signer", ["grant", "deny", "send_back"]),
        (decided_case, "cert", ["issue"]),
        (issued_case, "cert", ["deliver"]),
        (correcting_case, "window", []),
        (accepted_case, "window", []),
        (received_case, "signer", []),
        (reviewed_case, "examiner", []),
        (delivered_case, "cert", []),
    ],
)
def test_only_the_deeds_that_are_lawful_now_are_offered(city, made, role, deeds):
    handling = made()
    assert of_the_step(opened(handling, clerk(handling, role))) == deeds


def test_a_lower_signer_reports_up_instead_of_deciding(city):
    handling = reviewed_case(SAND_MINING)
    page = opened(handling, clerk(handling, "signer"))
    assert of_the_step(page) == ["report_up"]
    assert "预览将要报送的材料" in page.content.decode()


def test_a_denied_case_goes_straight_to_service(city):
    handling = decided_case(granted=False)
    assert offered(opened(handling, clerk(handling, "cert"))) == ["deliver"]


def test_an_overrun_offers_its_public_reason_once(city):
    with freeze(datetime(2026, 9, 1, 9)):
        handling = accepted_case()
    signer = clerk(handling, "signer")
    page = opened(handling, signer)
    assert offered(page) == ["explain_overrun", "terminate"]
    assert "由“审查”岗位办理" in page.content.decode()
    Application.objects.update(overrun_reason="现场核查推迟。")
    page = opened(handling, signer)
    assert offered(page) == ["terminate"]
    assert "现场核查推迟。" in page.content.decode()


def test_who_has_nothing_to_do_learns_who_has_and_why(city):
    handling = accepted_case()
    page = opened(handling, clerk(handling, "window")).content.decode()
    assert "由“审查”岗位办理" in page
    assert "您在本部门的岗位是“窗口受理”" in page
    assert clerk(handling, "examiner").name in page


def test_a_signer_who_examined_is_told_why_they_may_not_sign(city):
    handling = accepted_case()
    both = clerk(handling, "examiner")
    Post.objects.create(user=both, department=handling.department, duty=Duty.SIGNER)
    page = opened(examine(handling), clerk(handling, "examiner"))
    assert of_the_step(page) == []
    assert "您参与了本办件的审查" in page.content.decode()


def test_waiting_for_the_applicant_is_said(city):
    handling = correcting_case()
    page = opened(handling, clerk(handling, "window")).content.decode()
    assert "正在等待申请人提交补正材料" in page
    assert "缺少签字" in page


def test_after_a_correction_there_is_no_second_list(city):
    handling = correcting_case()
    application = handling.application
    application.corrections.update(supplied_at=application.received_at)
    application.supply_correction()
    application.save()
    assert of_the_step(opened(handling, clerk(handling, "window"))) == ["accept", "not_required", "refuse"]


def test_a_due_date_explains_itself(city):
    with freeze(datetime(2026, 9, 25, 9)):
        handling = accepted_case()
        page = opened(handling, clerk(handling, "examiner")).content.decode()
    assert "承诺期限是怎么算的" in page
    assert "次日起算，当日不计入" in page
    assert "国庆节" in page


def test_what_was_decided_in_time_is_not_late_afterwards(city):
    handling = delivered_case()
    with freeze(now() + timedelta(days=60)):
        page = opened(handling, clerk(handling, "signer")).content.decode()
    assert "承诺期限" in page
    assert "已超过" not in page


def test_the_page_settles_what_has_fallen_due(city):
    with freeze(datetime(2026, 11, 3, 9)):
        handling = received_case()
    page = opened(handling, clerk(handling, "window"))
    assert offered(page) == []
    assert "逾期视为受理" in page.content.decode()
    assert fresh(handling).state == "examining"


@pytest.mark.parametrize("username", ["yz-rs-window", "wz-wj-window", "cq-wj-window", "yz-discloser", "cq-supervisor"])
def test_others_find_nothing_as_if_it_were_not_there(city, staff, username):
    handling = received_case()
    missing = browser_of(staff[username]).get(f"/500103/desk/{uid7()}/")
    answer = opened(handling, staff[username])
    assert answer.status_code == missing.status_code == 404
    assert handling.application.case_no not in answer.content.decode()


def test_neither_the_applicant_nor_a_stranger_opens_it(city, stranger):
    handling = received_case()
    assert opened(handling, handling.application.applicant).status_code == 404
    assert opened(handling, stranger).status_code == 404
    assert opened(handling, None).status_code == 302


def test_it_is_shown_in_the_frame_of_its_own_hall(city):
    handling = received_case()
    answer = browser_of(clerk(handling, "window")).get(f"/desk/{handling.uid}/")
    assert (answer.status_code, answer.url) == (302, address(handling))


def test_one_audit_row_tells_who_read_it(city):
    handling = received_case()
    window = clerk(handling, "window")
    opened(handling, window)
    entry = Entry.objects.get(action="desk.opened")
    assert (entry.actor_uid, entry.subject_uid) == (window.uid, handling.application.uid)
    assert entry.shown == [str(handling.application.uid)]


def test_the_page_costs_few_statements(city, django_assert_max_num_queries):
    handling = reviewed_case()
    browser = browser_of(clerk(handling, "signer"))
    browser.get(address(handling))
    with django_assert_max_num_queries(24):
        assert browser.get(address(handling)).status_code == 200
