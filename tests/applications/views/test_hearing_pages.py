"""A hearing from page to page: each form is offered to whom it belongs, does its deed, and tells what is wrong."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.hearing_lifecycle import HearingState
from applications.models import Hearing, HearingGround
from hall.clock import freeze, today
from tests.applications.views.desk import browser_of, done, offered, opened
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, decide, fresh, reviewed_case, seen
from tests.factories.hearings import (
    ADOPTION,
    NEIGHBOUR,
    REASON,
    again,
    day_after,
    held_hearing,
    neighbour,
    ordered_hearing,
    recorded_hearing,
    requested_hearing,
    scheduled_hearing,
    told_hearing,
)

pytestmark = pytest.mark.django_db
MOMENT = "%Y-%m-%dT%H:%M"


def own(handling, deed="", **written):
    """The applicant's page, or one of their deeds sent from it."""
    application = handling.application
    client = client_of(application.applicant)
    place = f"/{application.hall.code}/apply/{application.uid}/"
    if not deed:
        return client.get(place)
    return client.post(f"{place}{deed}/", {"version": seen(handling), **written})


def own_offers(handling):
    return [form.deed for form in own(handling).context["forms"]]


def written_schedule(handling, hearing, **more):
    return {
        "hearing": str(hearing.uid),
        "matter": "浴室经营对相邻居民的影响",
        "starts_at": day_after(20).strftime(MOMENT),
        "place": "渝中区和平路1号201会议室",
        "presider": str(clerk(handling, "window").uid),
        "public": "on",
        **more,
    }


def test_from_the_right_to_the_decision_on_the_pages_alone(city):
    handling = reviewed_case()
    examiner, signer = clerk(handling, "examiner"), clerk(handling, "signer")
    told = {"reason": REASON, "interested": f"{NEIGHBOUR.name}，{NEIGHBOUR.contact}"}
    assert done(handling, examiner, "tell_hearing_right", **told).status_code == 302
    hearing = Hearing.objects.get()
    assert neighbour(hearing).contact == NEIGHBOUR.contact
    assert "request_hearing" in own_offers(handling)
    assert own(handling, "request_hearing", statement="希望当面说明。").status_code == 302
    assert "schedule_hearing" in offered(opened(handling, examiner))
    assert done(handling, examiner, "schedule_hearing", **written_schedule(handling, hearing)).status_code == 302
    assert "challenge_presider" in own_offers(handling)
    with freeze(day_after(20) + timedelta(hours=2)):
        held = {"hearing": str(hearing.uid), "attended": "张小满，申请人\n王某，利害关系人"}
        assert done(handling, examiner, "hold_hearing", **held).status_code == 302
        file = SimpleUploadedFile("笔录.pdf", pdf().read())
        said = {"hearing": str(hearing.uid), "record": "双方进行了质证。", "confirmed": "on", "file": file}
        assert done(handling, examiner, "record_hearing", **said).status_code == 302
        assert "weigh_hearing" in offered(opened(handling, signer))
        weighed = {"hearing": str(hearing.uid), "adoption": ADOPTION}
        assert done(handling, signer, "weigh_hearing", **weighed).status_code == 302
        page = opened(handling, signer).content.decode()
        assert ADOPTION in page
        assert "双方进行了质证。" in page
        assert decide(fresh(handling)).decision.granted


def test_a_mistake_comes_back_beside_its_field(city):
    handling = accepted_case()
    hearing = requested_hearing(handling)
    soon = written_schedule(handling, hearing, starts_at=day_after(2).strftime(MOMENT))
    answer = done(handling, clerk(handling, "examiner"), "schedule_hearing", **soon)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "七个工作日前通知" in page
    assert "渝中区和平路1号201会议室" in page


@pytest.mark.parametrize(
    ("made", "role", "deeds"),
    [
        (told_hearing, "examiner", {"record_request", "record_waiver"}),
        (requested_hearing, "examiner", {"schedule_hearing", "record_request", "record_waiver"}),
        (ordered_hearing, "examiner", {"schedule_hearing"}),
        (scheduled_hearing, "examiner", {"postpone_hearing"}),
        (scheduled_hearing, "window", set()),
        (recorded_hearing, "signer", {"weigh_hearing"}),
        (recorded_hearing, "examiner", set()),
    ],
)
def test_only_what_is_lawful_now_is_offered(city, made, role, deeds):
    handling = reviewed_case()
    made(handling)
    known = {
        "record_request",
        "record_waiver",
        "schedule_hearing",
        "postpone_hearing",
        "hold_hearing",
        "record_hearing",
        "weigh_hearing",
        "admit_hearing",
        "refuse_hearing",
        "answer_challenge",
    }
    assert known & set(offered(opened(handling, clerk(handling, role)))) == deeds


def test_the_presider_sees_the_form_when_the_time_has_come(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    window = clerk(handling, "window")
    with freeze(hearing.sittings.get().starts_at):
        assert "hold_hearing" in offered(opened(handling, window))
    held_hearing(handling, hearing)
    with freeze(hearing.sittings.get().starts_at + timedelta(days=1)):
        assert "record_hearing" in offered(opened(handling, window))


def test_a_challenge_goes_from_the_applicants_page_to_the_head_and_back(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    assert own(handling, "challenge_presider", reason="与对方是近亲属。").status_code == 302
    assert "challenge_presider" not in own_offers(handling)
    head = clerk(handling, "head")
    page = browser_of(head).get("/500103/desk/").content.decode()
    assert "决定听证主持人是否回避" in page
    assert "answer_challenge" in offered(opened(handling, head))
    challenge = hearing.sittings.get().challenges.get()
    answer = {"challenge": str(challenge.uid), "upheld": "no", "answer": "经核实没有亲属关系。"}
    assert done(handling, head, "answer_challenge", **answer).status_code == 302
    assert "经核实没有亲属关系。" in own(handling).content.decode()


def test_the_applicant_reads_what_concerns_them_and_no_neighbours_name(city):
    handling = accepted_case()
    scheduled_hearing(handling)
    page = own(handling).content.decode()
    assert "201会议室" in page
    for hidden in (NEIGHBOUR.name, NEIGHBOUR.contact):
        assert hidden not in page
    desk = opened(handling, clerk(handling, "examiner")).content.decode()
    assert NEIGHBOUR.name in desk
    assert NEIGHBOUR.contact in desk


def test_the_applicant_waives_on_their_page(city):
    handling = accepted_case()
    told_hearing(handling)
    assert own(handling, "waive_hearing").status_code == 302
    assert not {"request_hearing", "waive_hearing"} & set(own_offers(handling))


def test_a_strangers_request_is_written_down_and_answered(city):
    handling = accepted_case()
    examiner, signer = clerk(handling, "examiner"), clerk(handling, "signer")
    asked = {"name": "赵某", "contact": "13700000001", "asked_on": today().isoformat(), "statement": "希望旁听。"}
    assert done(handling, examiner, "record_asking", **asked).status_code == 302
    hearing = Hearing.objects.get()
    assert hearing.state == HearingState.ASKED
    assert {"admit_hearing", "refuse_hearing"} <= set(offered(opened(handling, signer)))
    refusal = {"hearing": str(hearing.uid), "reason": "与本许可没有利害关系。"}
    assert done(handling, signer, "refuse_hearing", **refusal).status_code == 302
    assert again(hearing).state == HearingState.REFUSED
    assert "赵某" not in own(handling).content.decode()


def test_a_signer_orders_one_from_the_page(city):
    handling = accepted_case()
    written = {"ground": HearingGround.PUBLIC_INTEREST, "reason": "涉及公共利益，社会关注度高。"}
    assert done(handling, clerk(handling, "signer"), "order_hearing", **written).status_code == 302
    assert Hearing.objects.get().state == HearingState.ORDERED


def test_what_is_owed_waits_at_the_desk_with_its_day(city):
    handling = accepted_case()
    requested_hearing(handling)
    page = browser_of(clerk(handling, "examiner")).get("/500103/desk/").content.decode()
    assert "组织听证" in page


def test_an_outsider_finds_nothing(city, wz_wj_examiner, stranger):
    handling = accepted_case()
    told_hearing(handling)
    version = seen(handling)
    for person in (wz_wj_examiner, stranger):
        assert done(handling, person, "tell_hearing_right", reason=REASON, interested="李某").status_code == 404
    place = f"/500103/apply/{handling.application.uid}/request_hearing/"
    assert client_of(stranger).post(place, {"version": version}).status_code == 404
    assert seen(handling) == version
