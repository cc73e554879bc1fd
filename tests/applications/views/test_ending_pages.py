"""The early ends on their pages: the applicant withdraws, clerks terminate, merge and void; everybody reads why."""

import pytest

from applications.lifecycle import CaseState
from applications.models import Ending
from tests.applications.views.desk import browser_of, done, listed, offered, opened, uids
from tests.factories.cases import accepted_case, clerk, decided_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db
REASON = "经营计划变更，暂不开业。"


def own(handling, **sent):
    """The applicant's page of the case, or what it answers to a withdrawal."""
    application = handling.application
    browser = browser_of(application.applicant)
    if not sent:
        return browser.get(f"/apply/{application.uid}/")
    return browser.post(f"/apply/{application.uid}/withdraw/", {"version": seen(handling), **sent})


def test_the_applicant_withdraws_and_reads_what_came_of_it(city):
    handling = accepted_case()
    assert "撤回申请" in own(handling).content.decode()
    assert own(handling, reason=REASON, confirmed="on").status_code == 302
    text = own(handling).content.decode()
    assert fresh(handling).application.state == CaseState.WITHDRAWN
    for words in (REASON, "退回办结", "撤回申请确认书", "可以重新申请"):
        assert words in text


def test_without_reason_or_confirmation_nothing_happens_and_nothing_typed_is_lost(city):
    handling = accepted_case()
    answer = own(handling, reason=REASON)
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    assert own(handling, reason=" ", confirmed="on").status_code == 422
    assert fresh(handling).application.state == CaseState.ACCEPTED


def test_after_the_decision_it_is_not_offered_and_refused(city):
    handling = decided_case()
    assert "deed-withdraw" not in own(handling).content.decode()
    assert own(handling, reason=REASON, confirmed="on").status_code == 409


def test_a_withdrawn_case_leaves_the_desk_and_stands_among_the_finished(city):
    handling = accepted_case()
    own(handling, reason=REASON, confirmed="on")
    examiner = clerk(handling, "examiner")
    assert handling.uid not in uids(listed(examiner, scope="all"))
    assert handling.uid in uids(listed(examiner, scope="finished"))
    page = opened(handling, examiner)
    assert not {"review", "terminate", "merge"} & set(offered(page))
    assert REASON in page.content.decode()


def test_the_applicant_finds_it_among_the_ended(city):
    handling = accepted_case()
    own(handling, reason=REASON, confirmed="on")
    page = browser_of(handling.application.applicant).get("/apply/", {"show": "ended"})
    assert handling.application.case_no[-4:] in page.content.decode()


def test_a_signer_terminates_from_the_page(city):
    handling = accepted_case()
    written = {"ground": "dissolution", "reason": "已注销登记。", "told_to": "清算组", "contact": "023-1"}
    assert done(handling, clerk(handling, "signer"), "terminate", **{**written, "told_to": ""}).status_code == 422
    assert done(handling, clerk(handling, "signer"), "terminate", **written).status_code == 302
    text = opened(handling, clerk(handling, "window")).content.decode()
    assert "申请的法人或者其他组织依法终止" in text
    assert "清算组" in text


def test_the_window_is_shown_the_earlier_case_and_merges(city):
    earlier, later = received_case(), received_case()
    window = clerk(later, "window")
    page = opened(later, window)
    assert "merge" in offered(page)
    assert str(earlier.uid) in page.content.decode()
    assert "merge" not in offered(opened(earlier, window))
    written = {"kept": str(earlier.application.uid), "reason": "重复提交。", "adopt": []}
    assert done(later, window, "merge", **written).status_code == 302
    assert Ending.objects.get().kept == earlier.application


def test_a_supervisor_voids_and_nobody_else_is_offered_it(city, yz_supervisor):
    handling = accepted_case()
    assert "void_case" in offered(opened(handling, yz_supervisor))
    assert "terminate" not in offered(opened(handling, yz_supervisor))
    assert "void_case" not in offered(opened(handling, clerk(handling, "signer")))
    assert done(handling, yz_supervisor, "void_case", reason="错").status_code == 422
    assert done(handling, yz_supervisor, "void_case", reason="系统重复推送的错误办件。").status_code == 302
    text = own(handling).content.decode()
    assert "系统重复推送的错误办件。" in text
    assert "作废办结" in text


def test_a_look_up_tells_the_ground_and_nothing_personal(city):
    handling = accepted_case(by="zhangxiaoman")
    written = {"ground": "death", "reason": "张小满于昨日去世。", "told_to": "张大满", "contact": "023-1"}
    done(handling, clerk(handling, "signer"), "terminate", **written)
    application = handling.application
    asked = {"number": application.case_no, "code": application.query_code}
    text = browser_of(None).post("/500103/track/", asked, follow=True).content.decode()
    assert "终止办理" in text
    assert "申请人死亡或者丧失行为能力" in text
    for word in ("张小满", "张大满", "昨日去世"):
        assert word not in text
