"""Between departments at the desk: joint parts and questions, seen by those whom they concern and nobody else."""

from datetime import datetime, timedelta

import pytest

from applications.models import OpinionRequest
from hall.clock import freeze
from tests.applications.views.desk import address, browser_of, done, listed, offered, opened, uids
from tests.factories.answers import pdf
from tests.factories.cases import (
    WATER_SUPPLY,
    accepted_case,
    clerk,
    examine,
    fresh,
    join,
    joint_parts,
    received_case,
    reported_case,
    returned_case,
    staff_member,
)

pytestmark = pytest.mark.django_db

OPINION = "水源可靠，水量能够保证。"


@pytest.fixture
def lead(city):
    return accepted_case(WATER_SUPPLY)


def asked_of(handling, **written):
    told = {"department": "district:水利", "question": "取水口是否在保护区内？", "days": "3", **written}
    return done(handling, clerk(handling, "examiner"), "ask_opinion", **told)


def test_each_department_finds_its_own_part_on_its_desk(lead):
    parts = joint_parts(lead)
    for part in parts.values():
        assert uids(listed(clerk(part, "examiner"), hall=part.hall.code)) == [part.uid]
    assert uids(listed(clerk(lead, "examiner"))) == [lead.uid]


def test_no_department_opens_anothers_part(lead, stranger):
    parts = joint_parts(lead)
    water, quality = parts["water_resources"], parts["water_quality"]
    for handling, user in (
        (lead, clerk(water, "examiner")),
        (quality, clerk(water, "examiner")),
        (water, clerk(lead, "examiner")),
        (water, stranger),
    ):
        assert opened(handling, user).status_code == 404


def test_the_page_of_a_part_shows_what_it_needs_and_no_more(lead):
    part = joint_parts(lead)["water_resources"]
    page = opened(part, clerk(part, "examiner"))
    text = page.content.decode()
    assert "供水水源论证报告" in text
    assert "制水工艺" not in text
    assert "供、管水人员健康合格证明" not in text
    assert lead.application.all_answers["manager"] not in text
    deeds = offered(page, whole=True)
    assert {"join_in", "ask_opinion"} <= set(deeds)
    # Whatever answers to the applicant is the lead's.
    assert not {"grant", "inquire", "order_hearing", "terminate", "transfer", "return_down"} & set(deeds)


def test_a_material_that_a_part_does_not_need_is_as_if_absent(lead):
    part = joint_parts(lead)["water_resources"]
    materials = {one.key: one for one in lead.application.materials.all()}
    browser = browser_of(clerk(part, "examiner"))
    assert browser.get(address(part, "materials", materials["source_report"].uid)).status_code == 200
    assert browser.get(address(part, "materials", materials["health"].uid)).status_code == 404


def test_an_opinion_is_given_from_the_page_and_read_by_the_lead(lead):
    part = joint_parts(lead)["water_resources"]
    assert done(part, clerk(part, "examiner"), "join_in", favourable="yes", opinion=OPINION).status_code == 302
    assert OPINION in opened(lead, clerk(lead, "examiner")).content.decode()
    finished = opened(fresh(part), clerk(part, "examiner"))
    assert offered(finished) == ["bind_case_file"]
    assert "已提出联办意见" in finished.content.decode()


def test_the_lead_reads_before_deciding_whose_opinion_is_still_owed(lead):
    lead = examine(lead)
    page = opened(lead, clerk(lead, "signer"))
    assert len(page.context["standing"].owed) == 2
    assert "准予许可以前还须完成" in page.content.decode()
    for part in joint_parts(lead).values():
        join(part)
    assert opened(fresh(lead), clerk(lead, "signer")).context["standing"].owed == ()


def test_the_applicant_sees_who_is_at_it_and_not_what_they_say(lead):
    join(joint_parts(lead)["water_resources"], opinion=OPINION)
    page = browser_of(lead.application.applicant).get(f"/500103/apply/{lead.application.uid}/").content.decode()
    assert "渝中区水利局" in page
    assert "重庆市卫生健康委员会" in page
    assert OPINION not in page


def test_a_late_part_is_urged_from_the_leads_page(lead):
    slow = joint_parts(lead)["water_resources"]
    examiner = clerk(lead, "examiner")
    assert "urge" not in offered(opened(lead, examiner))
    with freeze(datetime.combine(slow.statutory_due + timedelta(days=1), datetime.min.time().replace(hour=9))):
        assert "urge" in offered(opened(lead, examiner))
        written = {"part": str(slow.uid), "reason": "请尽快提出意见，以免影响办理。"}
        assert done(lead, examiner, "urge", **written).status_code == 302
        assert "urge" not in offered(opened(lead, examiner))


def test_a_question_has_a_page_with_nothing_but_itself_and_what_was_chosen(city):
    handling = accepted_case()
    assert asked_of(handling, materials=["plans"]).status_code == 302
    asked = OpinionRequest.objects.get()
    examiner = staff_member("yz-sl-examiner")
    assert f"desk/opinions/{asked.uid}/" in listed(examiner).content.decode()
    browser = browser_of(examiner)
    page = browser.get(f"/500103/desk/opinions/{asked.uid}/").content.decode()
    assert "取水口是否在保护区内？" in page
    assert handling.application.applicant_name not in page
    assert handling.application.all_answers["place_name"] not in page
    materials = {one.key: one for one in handling.application.materials.all()}
    inside = f"/500103/desk/opinions/{asked.uid}/materials"
    assert browser.get(f"{inside}/{materials['plans'].uid}/").status_code == 200
    assert browser.get(f"{inside}/{materials['identity'].uid}/").status_code == 404
    assert opened(handling, examiner).status_code == 404


def test_it_is_answered_there_once_and_read_on_the_page_of_who_asked(city):
    handling = accepted_case()
    asked_of(handling)
    asked = OpinionRequest.objects.get()
    browser, page = browser_of(staff_member("yz-sl-examiner")), f"/500103/desk/opinions/{asked.uid}/"
    assert browser.post(page, {"opinion": "同意"}).status_code == 422
    assert browser.post(page, {"opinion": "不在保护区内，已核对图件。"}).status_code == 302
    assert "不在保护区内，已核对图件。" in opened(handling, clerk(handling, "examiner")).content.decode()
    assert browser.post(page, {"opinion": "再说一次，不在保护区内。"}).status_code == 409


@pytest.mark.parametrize(("written", "field"), [({"department": ""}, "department"), ({"days": "40"}, "days")])
def test_a_question_that_lacks_something_comes_back_with_it(city, written, field):
    page = asked_of(accepted_case(), **written)
    assert page.status_code == 422
    assert field in page.context["tried"].errors


def test_the_upper_signer_returns_and_the_lower_examiner_supplements(city):
    above = reported_case()
    signer = clerk(above, "signer")
    assert "return_down" in offered(opened(above, signer))
    assert done(above, signer, "return_down", missing="防洪影响没有结论，请补充。").status_code == 302
    below = fresh(above.application.handlings.exclude(pk=above.pk).get())
    examiner = clerk(below, "examiner")
    page = opened(below, examiner)
    assert "防洪影响没有结论，请补充。" in page.content.decode()
    assert "supplement" in offered(page)
    assert done(below, examiner, "supplement", file=pdf("踏勘图.pdf")).status_code == 302
    exhibit = below.exhibits.get()
    assert browser_of(examiner).get(address(below, "exhibits", exhibit.uid)).status_code == 200
    assert browser_of(signer).get(address(above, "exhibits", exhibit.uid)).status_code == 404


def test_the_applicants_page_of_a_returned_case_does_not_show_what_the_agencies_wrote(city):
    below = returned_case(missing="防洪影响没有结论，请补充。")
    page = browser_of(below.application.applicant).get(f"/500103/apply/{below.application.uid}/").content.decode()
    assert "上级机关退回下级机关补充审查" in page
    assert "防洪影响没有结论" not in page


def test_the_window_transfers_before_acceptance_and_the_head_after(city):
    received = received_case()
    assert "transfer" in offered(opened(received, clerk(received, "window")))
    accepted = accepted_case(by="zhangxiaoman")
    head = clerk(accepted, "head")
    assert "transfer" in offered(opened(accepted, head))
    assert "transfer" not in offered(opened(accepted, clerk(accepted, "examiner")))
    reason = "经营场所位于万州区，属于其职权范围。"
    assert done(accepted, head, "transfer", to="500101", reason=reason).status_code == 302
    page = browser_of(accepted.application.applicant).get(f"/500101/apply/{accepted.application.uid}/")
    assert reason in page.content.decode()


def test_the_upper_part_is_offered_no_transfer(city):
    above = examine(reported_case())
    assert "transfer" not in offered(opened(above, clerk(above, "head")))
