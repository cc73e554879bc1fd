"""Stopping, resuming and extending the clock at the desk (行政许可法 Art. 42, 45), and what the applicant reads."""

from datetime import date, datetime

import pytest

from applications import models
from applications.documents.kinds import Kind
from applications.models import Extension, Suspension
from hall.accounts.models import Duty, Post
from hall.clock import freeze
from tests.applications.views.desk import address, browser_of, done, listed, offered, opened
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk, fresh, publish, staff_member
from tests.factories.stopping import REASON, TESTING, extended, proposed, resumed, stopped

pytestmark = pytest.mark.django_db
ASKED = {
    "procedure": TESTING,
    "reason": REASON,
    "days": "5",
    "performer": "市疾病预防控制中心",
    "fee_bearer": "行政机关",
}


def page(response):
    return response.content.decode()


def own_page(handling):
    return page(client_of(handling.application.applicant).get(f"/apply/{handling.application.uid}/"))


def looked_up(handling):
    client = client_of()
    client.post("/track/", {"number": handling.application.case_no, "code": handling.application.query_code})
    return page(client.get("/track/case/"))


def test_an_examiner_proposes_and_the_signer_finds_it_on_the_desk(city):
    handling = accepted_case()
    assert done(handling, clerk(handling, "examiner"), "propose_suspension", **ASKED).status_code == 302
    assert "审批特别程序" in page(listed(clerk(handling, "signer")))
    assert "answer_suspension" in offered(opened(handling, clerk(handling, "signer")), whole=True)
    assert "answer_suspension" not in offered(opened(handling, clerk(handling, "examiner")), whole=True)


def test_only_kinds_that_may_stop_the_clock_can_be_chosen(city):
    handling = accepted_case()
    shown = opened(handling, clerk(handling, "examiner"))
    form = next(one for one in shown.context["forms"] if one.deed == "propose_suspension")
    labels = [label for _key, label in form.fields["procedure"].choices]
    assert labels == ["检测", "听证", "招标", "拍卖", "检验", "检疫", "鉴定", "专家评审"]
    visit = {**ASKED, "procedure": "other:现场踏勘"}
    answer = done(handling, clerk(handling, "examiner"), "propose_suspension", **visit)
    assert answer.status_code == 422
    assert not Suspension.objects.exists()


def test_what_is_missing_is_said_beside_its_field(city):
    handling = accepted_case()
    answer = done(handling, clerk(handling, "examiner"), "propose_suspension", **{**ASKED, "performer": ""})
    assert answer.status_code == 422
    assert REASON in page(answer)


def test_the_signer_approves_and_the_case_stands_still(city):
    handling = accepted_case()
    asked = proposed(handling)
    written = {"suspension": str(asked.uid), "granted": "yes", "why": ""}
    assert done(handling, clerk(handling, "signer"), "answer_suspension", **written).status_code == 302
    shown = page(opened(handling, clerk(handling, "examiner")))
    assert "lamp--blue" in shown
    assert "暂停计时，预计至" in shown
    assert handling.application.papers.filter(kind=Kind.SUSPENSION).count() == 1


def test_a_refusal_without_a_reason_comes_back(city):
    handling = accepted_case()
    asked = proposed(handling)
    written = {"suspension": str(asked.uid), "granted": "no", "why": ""}
    answer = done(handling, clerk(handling, "signer"), "answer_suspension", **written)
    assert answer.status_code == 422
    assert "请写明不同意的理由" in page(answer)


def test_the_examiner_ends_it_with_its_result(city):
    with freeze(datetime(2026, 3, 2, 10)):
        handling = accepted_case()
        suspension = stopped(handling)
    with freeze(datetime(2026, 3, 6, 10)):
        written = {"suspension": str(suspension.uid), "result": "复测合格。", "ended_on": "2026-03-05"}
        assert done(handling, clerk(handling, "examiner"), "resume", **written).status_code == 302
    assert Suspension.objects.get().ended_on == date(2026, 3, 5)


def test_the_applicant_reads_the_ledger_in_words(city):
    with freeze(datetime(2026, 3, 2, 10)):
        handling = accepted_case()
    with freeze(datetime(2026, 3, 4, 10)):
        suspension = stopped(handling)
        told = own_page(handling)
        assert "正在进行，暂停计时" in told
        assert "市疾病预防控制中心" in told
        assert "正在进行检测，暂停计时，结束后继续计算。" in told
    with freeze(datetime(2026, 3, 6, 10)):
        resumed(handling, suspension)
        told = own_page(handling)
    assert "期限台账" in told
    assert "《行政许可法》第四十五条" in told
    for words in ["计入1个工作日，还剩19个工作日。", "恢复计时，还剩19个工作日。", "期限届满。"]:
        assert words in told, words


def test_what_was_asked_and_refused_is_not_the_applicants(city):
    handling = accepted_case()
    proposed(handling)
    assert REASON not in own_page(handling)
    assert REASON in page(opened(handling, clerk(handling, "examiner")))


def test_without_an_account_one_sees_the_stop_and_no_officer(city):
    handling = accepted_case()
    stopped(handling)
    told = looked_up(handling)
    assert "暂停计时" in told
    assert "期限台账" in told
    assert clerk(handling, "signer").name not in told


def test_a_broken_promise_and_its_reason_are_public(city):
    with freeze(datetime(2026, 3, 2, 10)):
        handling = accepted_case()
    with freeze(datetime(2026, 3, 13, 10)):
        assert "lamp--red" in looked_up(handling)
        signer = clerk(handling, "signer")
        done(handling, signer, "explain_overrun", reason="因系统升级，现场核查推迟。")
        told = looked_up(handling)
    assert "因系统升级，现场核查推迟。" in told
    assert "lamp--amber" in told


def test_an_extension_goes_from_the_examiner_to_the_head_to_the_applicant(city):
    handling = accepted_case()
    asked = {"days": "10", "reason": "案情复杂，需要补充论证。"}
    assert done(handling, clerk(handling, "examiner"), "propose_extension", **asked).status_code == 302
    head = clerk(handling, "head")
    assert "审批延期" in page(listed(head))
    shown = opened(handling, head)
    assert "answer_extension" in offered(shown)
    assert "案情复杂，需要补充论证。" in page(shown)
    assert done(handling, head, "answer_extension", granted="yes", why="").status_code == 302
    assert Extension.objects.get().granted_on is not None
    told = own_page(handling)
    for words in ["案情复杂，需要补充论证。", "延长10个工作日", "经批准延长10个工作日"]:
        assert words in told, words


def test_more_days_than_allowed_are_refused_beside_the_field(city):
    handling = accepted_case()
    answer = done(handling, clerk(handling, "examiner"), "propose_extension", days="11", reason="案情复杂。")
    assert answer.status_code == 422
    assert "最多可以延长10日" in page(answer)


def test_once_extended_nobody_is_offered_it_again(city):
    handling = accepted_case()
    extended(handling)
    assert "propose_extension" not in offered(opened(handling, clerk(handling, "examiner")), whole=True)


def test_the_head_names_the_testers(city):
    publish(technical_inspection=True)
    handling = accepted_case()
    head, own, other = clerk(handling, "head"), clerk(handling, "examiner"), staff_member("yz-sl-examiner")
    Post.objects.create(user=other, department=handling.department, duty=Duty.EXAMINER)
    assert "指派检验、检测、检疫人员" in page(listed(head))
    testers = [str(own.uid), str(other.uid)]
    assert done(handling, head, "assign_testers", testers=testers[:1]).status_code == 422
    assert done(handling, head, "assign_testers", testers=testers).status_code == 302
    assert len(models.TesterAssignment.objects.get().tester_names) == 2
    assert own.name in page(opened(handling, head))


def test_the_days_of_the_step_stand_on_the_desk_and_on_the_case(city):
    handling = accepted_case()
    told = page(listed(clerk(handling, "examiner")))
    assert "本环节至" in told
    assert handling.step_due.isoformat() in told
    assert "本环节期限" in page(opened(handling, clerk(handling, "examiner")))


def test_somebody_elses_case_cannot_be_stopped(city, wz_wj_examiner):
    handling = accepted_case()
    assert done(handling, wz_wj_examiner, "propose_suspension", **ASKED).status_code == 404
    assert browser_of(None).post(address(handling, "propose_suspension")).status_code in (302, 403)
    assert fresh(handling).application.rooms == []
