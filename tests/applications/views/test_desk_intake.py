"""Intake at the desk beyond the straight road: second notices, widening, the spot, refusals and bars."""

from datetime import datetime

import pytest

from applications.actions.spot_correct import correct_on_spot
from applications.lifecycle import CaseState
from applications.models import ApplicantBar, Widening
from hall.clock import freeze
from tests.applications.actions.test_bars import barred, filed_again
from tests.applications.actions.test_correct import FIELD, MATERIAL, answered_once, ask, broken_rules, supply
from tests.applications.actions.test_widen import reply, widen
from tests.applications.views.desk import done, listed, offered, opened, uids
from tests.cast import client_of
from tests.factories.cases import (
    accepted_case,
    clerk,
    correcting_case,
    fresh,
    received_case,
    reviewed_case,
    staff_member,
)

__all__ = ["barred"]
pytestmark = pytest.mark.django_db
NEW = {"material-plans": "on", "material-plans-problem": "缺少比例尺", "material-plans-requirement": "请补充比例尺"}


def page(handling, role="window"):
    return opened(handling, clerk(handling, role))


def test_a_second_notice_is_ticked_from_the_first(city):
    handling = answered_once(FIELD, MATERIAL)
    text = page(handling).content.decode()
    assert "营业面积（平方米）：与平面图不一致" in text
    assert "同时告知经监督人员同意增补的项目" not in text
    window = clerk(handling, "window")
    empty = done(handling, window, "repeat_correction")
    assert (empty.status_code, "请至少勾选一项仍未补正的内容" in empty.content.decode()) == (422, True)
    done(handling, window, "repeat_correction", unmet=["field-area"])
    assert fresh(handling).application.state == CaseState.CORRECTING


def test_a_widening_goes_to_the_supervisor_and_back(city):
    handling = answered_once(FIELD)
    window, supervisor = clerk(handling, "window"), staff_member("yz-supervisor")
    done(handling, window, "ask_widening", reason="补正后发现平面图没有比例尺。", **NEW)
    assert "审核增补补正要求" in listed(supervisor).content.decode()
    shown = opened(handling, supervisor)
    assert "answer_widening" in offered(shown)
    assert "repeat_correction" not in offered(shown)
    assert "补正后发现平面图没有比例尺。" in shown.content.decode()
    done(handling, supervisor, "answer_widening", allowed="yes", answer="属于补正后的新情况。")
    assert Widening.objects.get().allowed
    assert "同时告知经监督人员同意增补的项目" in page(handling).content.decode()
    done(handling, window, "repeat_correction", unmet=["field-area"], widened="on")
    assert broken_rules(handling) == ["R02"]


def test_a_widening_that_waits_is_not_asked_again(city):
    handling = answered_once(FIELD)
    widen(handling)
    assert "ask_widening" not in offered(page(handling))
    reply(handling, allowed=False, answer="应当一次告知。")
    assert "ask_widening" in offered(page(handling))


def test_the_applicant_never_reads_of_a_widening(city):
    handling = answered_once(FIELD)
    widen(handling)
    applicant = handling.application.applicant
    from_outside = opened_by_owner(handling, applicant)
    assert "增补补正要求" not in from_outside


def opened_by_owner(handling, applicant):
    return client_of(applicant).get(f"/apply/{handling.application.uid}/").content.decode()


def test_gaps_are_shown_with_the_applicants_reasons(city):
    handling = received_case()
    ask(handling, FIELD, MATERIAL)
    supply(handling, {"area": "300"}, unsupplied={"material-plans": "原设计单位已经注销。"})
    shown = page(handling)
    assert "原设计单位已经注销。" in shown.content.decode()
    assert "refuse_gaps" in offered(shown)
    done(handling, clerk(handling, "window"), "refuse_gaps", reason="缺少平面图，无法受理。")
    assert fresh(handling).application.state == CaseState.REFUSED


def test_overdue_waiting_comes_back_to_the_desk(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = correcting_case()
    window = clerk(handling, "window")
    with freeze(datetime(2026, 12, 15, 18)):
        assert uids(listed(window)) == []
        assert uids(listed(window, scope="all", urgency="unsupplied")) == []
        assert offered(page(handling)) == []
    with freeze(datetime(2026, 12, 16, 9)):
        shown = listed(window)
        assert uids(shown) == [handling.uid]
        assert "申请人逾期未补正" in shown.content.decode()
        assert uids(listed(window, scope="all", urgency="unsupplied")) == [handling.uid]
        assert offered(page(handling)) == ["refuse_gaps"]
        assert "补正期限已经届满" in page(handling).content.decode()


def test_the_window_opens_the_spot_and_reads_what_was_changed(city):
    handling = received_case()
    window = clerk(handling, "window")
    assert done(handling, window, "open_on_spot", problem="少写了一个零").status_code == 422
    done(handling, window, "open_on_spot", places=["field-area"], problem="少写了一个零")
    correct_on_spot(handling.application.uid, handling.application.applicant, {"area": "300"})
    text = page(handling).content.decode()
    assert "更正前：" in text
    assert "<strong>300</strong>" in text


def test_the_right_agency_is_picked_from_those_that_offer_the_item(city):
    handling = received_case()
    window = clerk(handling, "window")
    form = next(one for one in page(handling).context["forms"] if one.deed == "refuse")
    names = [name for _code, name in form.fields["offered_by"].choices]
    assert handling.department.name not in names
    picked = next(one for one in form.agencies.values() if "万州" in one.name)
    done(handling, window, "refuse", reason="场所位于万州区。", offered_by=picked.uscc)
    facts = fresh(handling).application.papers.get(kind="D-04b").facts
    assert (facts.competent_agency, facts.competent_contact) == (picked.name, picked.phone)


def test_without_any_agency_the_refusal_is_not_sent(city):
    handling = received_case()
    answer = done(handling, clerk(handling, "window"), "refuse", reason="不属于本机关职权。")
    assert answer.status_code == 422
    assert "请填写有权办理的行政机关" in answer.content.decode()


def test_false_materials_and_the_bar_stand_on_the_page(city):
    handling = received_case()
    told = {"reason": "检测报告系伪造。", "heard": "已告知，未提出。"}
    done(handling, clerk(handling, "window"), "refuse_false", **told)
    assert ApplicantBar.objects.exists()
    text = page(handling).content.decode()
    assert "再次申请的限制" in text
    assert "lift_bar" in offered(page(handling, "head"))
    done(handling, clerk(handling, "head"), "lift_bar", reason="行政复议撤销了决定。")
    assert ApplicantBar.objects.get().lifted_at
    assert "lift_bar" not in offered(page(handling, "head"))


def test_a_barred_case_says_so_and_may_be_refused(barred):
    handling = filed_again()
    with freeze(datetime(2026, 12, 1, 10)):
        shown = page(handling)
        assert "申请人现在受到再次申请的限制" in shown.content.decode()
        assert "refuse_barred" in offered(shown)
        done(handling, clerk(handling, "window"), "refuse_barred", reason="限制期内再次申请。")
    assert fresh(handling).application.state == CaseState.REFUSED


def test_a_question_that_names_a_material_comes_back_with_the_warning(city):
    handling = accepted_case()
    examiner = clerk(handling, "examiner")
    name = next(str(one.name) for one in handling.application.spec.materials if one.key == "plans")
    asked = {"text": f"{name}中的二楼是否对外营业？", "days": "3"}
    answer = done(handling, examiner, "inquire", **asked)
    assert answer.status_code == 422
    assert "受理后不得要求申请人补交材料" in answer.content.decode()
    assert done(handling, examiner, "inquire", **asked, confirmed="on").status_code == 302
    shown = page(handling, "examiner")
    assert "二楼是否对外营业" in shown.content.decode()
    assert "inquire" not in offered(shown)


def test_a_denial_may_be_for_false_materials(city):
    handling = reviewed_case()
    told = {"reasons": "检测报告系伪造。", "basis": ["0"], "falsified": "on"}
    unheard = done(handling, clerk(handling, "signer"), "deny", **told)
    assert (unheard.status_code, "听取陈述申辩" in unheard.content.decode()) == (422, True)
    done(handling, clerk(handling, "signer"), "deny", **told, heard="已告知，未提出。")
    assert ApplicantBar.objects.exists()
