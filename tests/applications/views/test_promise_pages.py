"""Proof, promise or later, as plain form posts; what clerk and applicant then see and may do."""

from datetime import timedelta

import pytest

from applications.actions.accept import accept
from applications.actions.stand_ins import postpone, promise
from applications.actions.submit import submit
from applications.lifecycle import CaseState
from applications.models import Application, AutomaticCheck
from applications.models.automatic_check import Settled
from hall.clock import now
from tests.applications.views.desk import done, offered, opened
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.factories.cases import (
    CONTENT,
    INSTANT,
    LABOUR_DISPATCH,
    OPINION,
    clerk,
    decide,
    draft_case,
    examine,
    fresh,
    received_case,
    seen,
)

pytestmark = pytest.mark.django_db

PROOF, LATER, SIGNER = "charter_and_capital", "premises", "周云舒"
SIGNED = {"promise": PROOF, f"promise-{PROOF}-agreed": "on", f"promise-{PROOF}-signer": SIGNER}
POSTPONED = {"later": LATER, f"later-{LATER}-agreed": "on"}


@pytest.fixture
def draft(city):
    found = draft_case(LABOUR_DISPATCH, by="yunshang")
    found.materials.filter(key__in=[PROOF, LATER]).update(replaced_at=now())
    return found


def materials(draft, **written):
    browser, address = client_of(draft.applicant), f"/apply/{draft.uid}/materials/"
    return browser.post(address, written) if written else browser.get(address)


def text(answer):
    return answer.content.decode()


def accepted(draft):
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


def own(handling, deed="", **written):
    browser, uid = client_of(handling.application.applicant), handling.application.uid
    if not deed:
        return browser.get(f"/apply/{uid}/")
    return browser.post(f"/apply/{uid}/{deed}/", {"version": seen(handling), **written})


def test_the_whole_text_is_read_before_anybody_signs(draft):
    page = text(materials(draft))
    told = next(one for one in draft.spec.materials if one.key == PROOF).commitment
    for words in (told.proves, told.text, told.consequence, "由您自由选择", "受理后 10 个工作日内补交"):
        assert words in page


def test_signed_and_postponed_the_draft_is_ready_and_the_check_page_says_so(draft):
    assert materials(draft, **SIGNED).status_code == 302
    assert materials(draft, **POSTPONED).status_code == 302
    page = text(client_of(draft.applicant).get(f"/apply/{draft.uid}/check/"))
    assert "以告知承诺代替" in page
    assert "容缺，受理后补交" in page
    assert "还有内容没有填完" not in page
    assert "您已选择以告知承诺代替这份材料" in text(materials(draft))


def test_without_tick_or_name_it_comes_back_with_what_is_wrong_beside_it(draft):
    answer = materials(draft, promise=PROOF, **{f"promise-{PROOF}-signer": "王路人"})
    assert answer.status_code == 422
    assert "请阅读并勾选承诺" in text(answer)
    assert "王路人" in text(answer)
    assert not draft.commitments.exists()


def test_the_choice_is_taken_back_by_a_button_and_by_a_file(draft):
    materials(draft, **SIGNED)
    materials(draft, reconsider=PROOF)
    assert not draft.commitments.filter(withdrawn_at=None).exists()
    materials(draft, **SIGNED)
    client_of(draft.applicant).post(f"/apply/{draft.uid}/materials/", {"do": "upload", f"material.{PROOF}": pdf()})
    assert not draft.commitments.filter(withdrawn_at=None).exists()


def test_who_may_not_promise_is_told_before(draft, settings):
    settings.HALL_DEMO_BAD_CREDIT = [draft.applicant.uscc]
    page = text(materials(draft))
    assert "在信用修复以前不适用告知承诺" in page
    assert "签署承诺" not in page
    assert materials(draft, **SIGNED).status_code == 403


def test_another_person_finds_no_draft(draft, stranger):
    answer = client_of(stranger).post(f"/apply/{draft.uid}/materials/", SIGNED)
    assert answer.status_code == 404
    assert not draft.commitments.exists()


def test_clerk_and_applicant_see_what_was_promised_and_what_is_to_follow(draft):
    promise(draft.uid, draft.applicant, key=PROOF, agreed=True, signer=SIGNER)
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    handling = accepted(draft)
    for page in (text(opened(handling, clerk(handling, "examiner"))), text(own(handling))):
        assert draft.commitments.get().sm3 in page
        assert "容缺，待补交" in page
    assert "以告知承诺代替，待核查" in text(own(handling))


def test_what_was_promised_cannot_be_asked_for_in_a_correction(draft):
    promise(draft.uid, draft.applicant, key=PROOF, agreed=True, signer=SIGNER)
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    page = text(opened(handling, clerk(handling, "window")))
    assert "material-application" in page
    assert f'name="material-{PROOF}"' not in page
    entry = {
        f"material-{PROOF}": "on",
        f"material-{PROOF}-problem": "缺少验资报告",
        f"material-{PROOF}-requirement": "请上传",
    }
    assert done(handling, clerk(handling, "window"), "correct", **entry).status_code == 422
    assert fresh(handling).application.state == CaseState.RECEIVED


def test_the_applicant_makes_up_from_the_page_of_the_case(draft):
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    materials(draft, **SIGNED)
    handling = accepted(draft)
    assert "补交容缺材料" in text(own(handling))
    assert own(handling, "make_up", key=LATER).status_code == 422
    assert own(handling, "make_up", key=LATER, upload=pdf()).status_code == 302
    assert draft.tolerances.get().made_up_at is not None
    assert "补交容缺材料" not in [str(form.title) for form in own(handling).context["forms"]]


def test_an_examiner_verifies_from_the_page_and_finds_it_on_the_desk(draft):
    promise(draft.uid, draft.applicant, key=PROOF, agreed=True, signer=SIGNER)
    materials(draft, **POSTPONED)
    handling = accepted(draft)
    own(handling, "make_up", key=LATER, upload=pdf())
    handling = decide(examine(fresh(handling)))
    examiner = clerk(handling, "examiner")
    assert "核查告知承诺" in text(client_of(examiner).get("/500103/desk/"))
    assert "verify_promise" in offered(opened(handling, examiner), whole=True)
    assert "verify_promise" not in offered(opened(handling, clerk(handling, "signer")), whole=True)
    told = {"commitment": str(draft.commitments.get().uid), "facts": "经查验资报告，只实缴一百万元。"}
    wrong = done(handling, examiner, "verify_promise", kept="no", **told)
    assert wrong.status_code == 422
    right = done(handling, examiner, "verify_promise", kept="no", measure="rectify", rectify_days="15", **told)
    assert right.status_code == 302
    page = text(own(handling))
    assert "承诺不实" in page
    assert "责令限期整改" in page
    assert "check_rectified" in offered(opened(handling, examiner), whole=True)
    assert "repair_credit" in offered(opened(handling, clerk(handling, "head")), whole=True)


def test_the_guide_tells_promise_tolerance_and_rules(draft, city):
    guide = text(client_of().get(f"/500103/items/{draft.offering.task_code}/"))
    assert "可以选择告知承诺代替" in guide
    assert "受理后10个工作日内补交" in guide
    instant = received_case(INSTANT)
    rules = text(client_of().get(f"/500103/items/{instant.application.offering.task_code}/"))
    assert "自动审批规则" in rules
    assert "经营场所和经营项目没有变化" in rules
    assert "即办件" in rules


def test_the_signer_decides_on_the_spot_from_the_page(city):
    handling = received_case(INSTANT)
    signer = clerk(handling, "signer")
    assert "decide_on_the_spot" in offered(opened(handling, signer), whole=True)
    assert "decide_on_the_spot" not in offered(opened(handling, clerk(handling, "window")), whole=True)
    assert done(handling, signer, "decide_on_the_spot", content=CONTENT, opinion=OPINION).status_code == 302
    assert fresh(handling).application.state == CaseState.DECIDED


def test_clerk_takes_over_and_applicant_asks_for_a_person_from_their_pages(city):
    handling = received_case(INSTANT)
    assert "take_over" in offered(opened(handling, clerk(handling, "window")), whole=True)
    assert "任何一条不符合的，转由工作人员办理" in text(own(handling))
    assert own(handling, "ask_person").status_code == 302
    assert AutomaticCheck.objects.get().settled == Settled.PERSON_ASKED
    assert "take_over" not in offered(opened(handling, clerk(handling, "window")), whole=True)


def test_the_page_settles_what_is_due_and_shows_each_rule_with_its_outcome(city):
    handling = received_case(INSTANT, place_changed="no", valid_until="2029-06-30")
    earlier = now() - timedelta(minutes=11)
    Application.objects.update(received_at=earlier, settle_at=earlier)
    page = text(own(handling))
    assert "规则全部符合，自动准予" in page
    assert page.count("tag--done") >= 4
    assert own(handling, "ask_person").status_code == 302
    signer = clerk(handling, "signer")
    assert "复核自动审批" in text(client_of(signer).get("/500103/desk/"))
    answer = done(handling, signer, "answer_review", finding="核对营业执照和原许可证，决定妥当。")
    assert answer.status_code == 302
    assert "核对营业执照和原许可证，决定妥当。" in text(own(handling))
