"""The calculator and the calendar in Chromium: clean in every look, and whole without JavaScript."""

from hall.workdays.changes import Regional
from hall.workdays.proposals import apply_proposal, propose
from tests.browser import DESKTOP, LARGEST, NARROW, NO_SCRIPTS, Browse, assert_clean, assert_clean_in_every_look
from tests.cast import City
from tests.factories.cases import accepted_case, staff_member, work
from tests.hall.workdays.changing import rest

ASKED = "/calendar/deadline/?start=2026-02-10&days=20&unit=working&division=500000&suspend=2026-03-05..2026-03-06"


def test_the_public_pages_are_clean(browse: Browse, city: City) -> None:
    assert_clean_in_every_look(browse, ASKED, "/calendar/")


def test_somebody_without_javascript_gets_the_answer(browse: Browse, city: City) -> None:
    page = browse("/calendar/deadline/", DESKTOP, NO_SCRIPTS)
    page.fill("#id_start", "2026-02-10")
    page.fill("#id_days", "20")
    page.get_by_role("button", name="计算").click()
    assert "3月16日" in page.locator("#answer h2").inner_text()
    page.locator("#answer summary").click()
    assert "春节调休上班" in page.locator("#answer table").inner_text()


def test_the_pages_of_a_change_are_clean(browse: Browse, city: City) -> None:
    supervisor, handling = staff_member("cq-supervisor"), accepted_case()
    day = handling.application.promise_due
    proposal = propose(Regional(rest(day, name="暴雨停工"), "500103", "演示：区人民政府公告"), supervisor)
    work()
    assert_clean_in_every_look(browse, "/calendar/changes/", f"/calendar/changes/{proposal.uid}/", user=supervisor)


def test_my_messages_are_clean(browse: Browse, city: City) -> None:
    handling = accepted_case()
    day = handling.application.promise_due
    change = Regional(rest(day, name="暴雨停工"), "500103", "演示：区人民政府公告")
    proposal = propose(change, staff_member("cq-supervisor"))
    work()
    apply_proposal(proposal.uid, staff_member("cq-supervisor"))
    work()
    for address in ("/messages/", "/space/", f"/apply/{handling.application.uid}/"):
        assert_clean(browse(address, NARROW, LARGEST, user=handling.application.applicant))
