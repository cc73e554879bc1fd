"""The queue and the page: for drafters and reviewers of the hall, with refusals beside their fields."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from hall.audit.models import Entry
from hall.uids import uid7
from tests.cast import client_of
from tests.disclosure.making import (
    ID_NUMBER,
    PERSON,
    again,
    decided,
    discloser,
    drafted,
    head,
    published,
    reviewer,
    sent,
)
from tests.factories.cases import staff_member
from tracking.disclosure import queries
from tracking.disclosure.actions.judge import pass_on
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def address(disclosure, name="one") -> str:
    return f"/500103{reverse(f'disclosure:{name}', args=[disclosure.uid])}"


def read(user, path, status=200) -> str:
    response = client_of(user).get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def post(user, disclosure, name, **said):
    return client_of(user).post(address(disclosure, name), {"version": disclosure.version, **said})


def test_the_queue_shows_what_waits_with_its_lamp(city):
    disclosure = drafted()
    page = read(discloser(), "/500103/disclosure/")
    assert disclosure.document_number in page
    assert "正常办理" in page
    assert "还剩 7 个工作日" in page


def test_the_queue_opens_in_the_frame_of_one_s_own_hall(city):
    response = client_of(discloser()).get("/disclosure/?scope=done")
    assert (response.status_code, response["Location"]) == (302, "/500103/disclosure/?scope=done")


def test_a_reviewer_begins_with_what_is_to_be_reviewed(city):
    disclosure = sent()
    assert disclosure.document_number in read(reviewer(), "/500103/disclosure/")
    assert disclosure.document_number not in read(discloser(), "/500103/disclosure/")


@pytest.mark.parametrize("stranger", ["yz-wj-signer", "yz-complaints", "cq-supervisor"])
def test_other_staff_are_kept_out(city, stranger):
    disclosure = drafted()
    for path in ("/500103/disclosure/", address(disclosure)):
        assert disclosure.grantee not in read(staff_member(stranger), path, status=403)


def test_an_applicant_and_a_visitor_are_kept_out(city, applicant_zhang):
    disclosure = drafted()
    read(applicant_zhang, address(disclosure), status=403)
    assert client_of().get(address(disclosure)).status_code == 302


def test_another_hall_s_disclosure_is_as_if_absent(city):
    disclosure = drafted()
    for stranger in ("wz-discloser", "cq-secrecy"):
        absent = read(staff_member(stranger), f"/disclosure/{uid7()}/", status=404)
        found = read(staff_member(stranger), f"/disclosure/{disclosure.uid}/", status=404)
        assert disclosure.grantee not in found
        assert found.replace(str(disclosure.uid), "").count("没有找到") == absent.count("没有找到")
        assert post(staff_member(stranger), disclosure, "pass").status_code == 404


def test_the_page_shows_exactly_what_the_register_will_show(city):
    disclosure = sent(by=PERSON)
    before = read(reviewer(), address(disclosure))
    post(reviewer(), disclosure, "pass", remark="")
    post(head(), again(disclosure), "publish", remark="")
    after = read(None, f"/500103/register/{Record.objects.get().uid}/")
    for words in (disclosure.grantee, disclosure.content, disclosure.document_number, "卫生健康委员会"):
        assert words in before
        assert words in after
    assert "张小满" not in before + after


def test_confirming_keeps_the_words_that_stand_in_the_form(city):
    disclosure = drafted()
    response = post(discloser(), disclosure, "send", grantee=disclosure.grantee, content="准予经营沐浴场所。")
    assert response.status_code == 302
    assert again(disclosure).content == "准予经营沐浴场所。"
    assert again(disclosure).state == DisclosureState.REVIEWING


def test_a_name_typed_back_in_is_refused_beside_its_field_and_nothing_is_lost(city):
    disclosure = drafted(by=PERSON)
    response = post(discloser(), disclosure, "edit", grantee="张小满", content="准予经营，另行说明。")
    page = unescape(response.content.decode())
    assert response.status_code == 422
    assert "请改为“张**”" in page
    assert "准予经营，另行说明。" in page
    assert again(disclosure).grantee == "张**"


def test_findings_are_told_in_words_without_the_number(city):
    disclosure = sent(written=f"准予经营，{ID_NUMBER}。")
    page = read(reviewer(), address(disclosure))
    assert "“公示的许可内容”中疑似有身份证号码" in page
    response = post(reviewer(), disclosure, "pass", finding_0="")
    assert response.status_code == 422
    assert "请说明这一处为什么可以公开" in unescape(response.content.decode())
    assert not Record.objects.exists()


def test_before_the_head_each_finding_has_its_reason_and_nothing_waits_for_one(city):
    disclosure = sent(written="准予经营，值班电话13800001234。")
    assert "处理之前不能公示" in read(reviewer(), address(disclosure))
    pass_on(disclosure.uid, reviewer(), seen=disclosure.version, resolutions={0: "单位值班电话"})
    page = read(head(), address(disclosure))
    assert "审查时已逐处说明可以公开的理由" in page
    assert "单位值班电话" in page
    assert "处理之前不能公示" not in page


def test_the_drafter_sees_why_it_came_back(city):
    disclosure = sent()
    post(reviewer(), disclosure, "return", remark="请写明营业面积")
    assert "请写明营业面积" in read(discloser(), address(disclosure))


def test_a_refusal_of_the_form_keeps_the_reason_that_was_written(city):
    disclosure = sent()
    response = post(reviewer(), disclosure, "withhold", ground="", remark="含商业秘密")
    assert response.status_code == 422
    assert "含商业秘密" in response.content.decode()


def test_somebody_quicker_is_named_on_a_page_of_its_own(city):
    disclosure = sent()
    post(reviewer(), disclosure, "return", remark="请修改")
    response = post(reviewer(), disclosure, "pass")
    assert response.status_code == 409
    assert f"{reviewer().name}：退回修改" in unescape(response.content.decode())


def test_each_reading_is_on_record_with_whose_data_it_showed(city):
    disclosure = drafted()
    read(discloser(), address(disclosure))
    read(discloser(), "/500103/disclosure/")
    page, listed = Entry.objects.filter(action__in=["disclosure.read", "disclosure.listed"]).order_by("id")
    assert page.shown == [str(disclosure.uid), str(disclosure.application_uid)]
    assert listed.shown == [str(disclosure.uid)]
    assert page.actor_uid == listed.actor_uid == discloser().uid


def test_what_is_done_leads_to_the_public_page(city):
    disclosure, record = published()
    assert f"/register/{record.uid}/" in read(reviewer(), address(disclosure))
    assert disclosure.document_number in read(reviewer(), "/500103/disclosure/?scope=done")


def test_a_long_queue_is_read_to_its_end_without_a_row_twice(city, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    first = drafted()
    for number in range(4):
        copy = Disclosure.objects.get(pk=first.pk)
        copy.pk, copy.uid, copy.application_uid = None, uid7(), uid7()
        copy.due = first.due + timedelta(days=number % 2)
        copy.save()
    seen, after = [], None
    while True:
        page = queries.page(discloser(), city.yz, "draft", after)
        seen += [row.disclosure.uid for row in page.rows]
        after = page.following
        if after is None:
            break
    assert seen == list(Disclosure.objects.order_by("due", "uid").values_list("uid", flat=True))


@pytest.mark.parametrize("query", ["?after=12", "?scope=secret"])
def test_an_address_that_was_altered_is_told(city, query):
    read(discloser(), f"/500103/disclosure/{query}", status=400)


def test_a_decision_that_nobody_drafted_yet_shows_nowhere(city):
    decided()
    assert "这里没有公示" in read(discloser(), "/500103/disclosure/")


def test_once_published_the_page_shows_its_index_number_and_its_day(city):
    disclosure, record = published()
    page = unescape(client_of(discloser()).get(f"/500103/disclosure/{disclosure.uid}/").content.decode())
    assert record.index_number in page
    assert "公示时编号" not in page
    assert "批准公开之时" not in page
