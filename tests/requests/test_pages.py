"""The pages of requests for disclosure: asked, handled, answered and read; what cannot be taken comes back."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django_fsm import can_proceed

from hall.audit.models import Entry
from hall.clock import today
from hall.events.worker import drain
from tests.cast import client_of
from tests.requests.making import (
    TITLE,
    WITHHELD,
    again,
    answered,
    asked,
    checker,
    checking,
    consulting,
    discloser,
    head,
    person,
    received,
    submitted,
    supplementing,
    unserved,
)
from tracking.requests import queries
from tracking.requests.actions.file import file
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest
from tracking.requests.offers import OFFERS, barred, offered

pytestmark = pytest.mark.django_db
DESK = "/500103/requests/desk/"


def text(response) -> str:
    return unescape(response.content.decode())


def test_anybody_reads_how_to_ask_and_signs_in_to_ask(city):
    assert "二十个工作日内答复" in text(client_of().get("/requests/"))
    assert client_of().get("/requests/new/").status_code == 302
    assert "/requests/" in text(client_of().get("/register/"))


def test_the_form_asks_and_leads_to_the_request(city):
    client = client_of(person())
    page = client.get("/500103/requests/new/")
    written = {
        "token": page.context["form"]["token"].value(),
        "department": city.departments["yz-wj"].pk,
        "title": TITLE,
        "description": "2025年。",
        "form": "paper",
        "way": "post",
        "phone": "19900000001",
    }
    refused = client.post("/500103/requests/new/", written)
    assert refused.status_code == 422
    assert "请填写邮寄地址" in text(refused)
    own = client.post("/500103/requests/new/", written | {"postal_address": "渝中区某路1号"}, follow=True)
    assert InfoRequest.objects.get().number in text(own)
    again_sent = client.post("/500103/requests/new/", written | {"postal_address": "渝中区某路1号"})
    assert again_sent.status_code == 302
    assert InfoRequest.objects.count() == 1


def test_whoever_is_not_known_by_name_is_told_so(city, newcomer_chen):
    assert "请先完成实名认证" in text(client_of(newcomer_chen).get("/500103/requests/new/"))


def test_a_request_goes_from_the_desk_to_its_answer(city):
    request, client = submitted(), client_of(discloser())
    page = text(client.get(f"{DESK}{request.uid}/"))
    assert "确认收到" in page
    client.post(f"{DESK}{request.uid}/confirm/", {"version": request.version})
    draft = {"version": again(request).version, "kind": "withheld"}
    lacking = client.post(f"{DESK}{request.uid}/answer/", draft)
    assert lacking.status_code == 422
    assert "这种答复必须填写" in text(lacking)
    client.post(f"{DESK}{request.uid}/answer/", draft | {"ground": "PRIVACY", "reason": "涉及住址。"})
    assert again(request).state == RequestState.CHECKING
    hidden = text(client_of(person()).get(f"/500103/requests/{request.uid}/"))
    assert "涉及住址" not in hidden
    client_of(checker()).post(f"{DESK}{request.uid}/pass/", {"version": again(request).version})
    assert again(request).state == RequestState.ANSWERED
    told = text(client_of(person()).get(f"/500103/requests/{request.uid}/"))
    assert "涉及住址" in told
    assert request.number not in text(client.get(DESK))
    assert request.number in text(client.get(f"{DESK}?state=done"))


def test_supplement_and_withdrawal_are_the_applicants(city, applicant_li):
    request, client = supplementing(), client_of(person())
    address = f"/500103/requests/{request.uid}/"
    assert "请写明是哪一类场所" in text(client.get(address))
    assert client.post(f"{address}supplement/", {"version": request.version}).status_code == 422
    client.post(f"{address}supplement/", {"version": request.version, "given": "游泳场所。"})
    assert again(request).state == RequestState.RECEIVED
    for deed in ("", "supplement/", "withdraw/"):
        answer = client_of(applicant_li)
        assert (answer.post if deed else answer.get)(f"{address}{deed}").status_code == 404
    client.post(f"{address}withdraw/", {"version": again(request).version})
    assert again(request).state == RequestState.WITHDRAWN


def test_the_head_is_offered_the_extension_and_nobody_else(city):
    request = received()
    assert "同意延长答复期限" in text(client_of(head()).get(f"{DESK}{request.uid}/"))
    assert "同意延长答复期限" not in text(client_of(discloser()).get(f"{DESK}{request.uid}/"))


def test_the_opinion_of_a_third_party_is_noted_on_the_page(city):
    request, client = consulting(), client_of(discloser())
    assert "重庆清泉浴室有限公司" in text(client.get(f"{DESK}{request.uid}/"))
    party = request.third_parties.get()
    said = {"version": request.version, "party": party.uid, "opinion": "consent"}
    client.post(f"{DESK}{request.uid}/opinion/", said)
    party.refresh_from_db()
    assert party.opinion == "consent"


def test_service_is_noted_on_the_page_before_anybody_is_heard(city):
    request, client = unserved(), client_of(discloser())
    page = text(client.get(f"{DESK}{request.uid}/"))
    assert "登记送达" in page
    assert "登记意见" not in page
    party = request.third_parties.get()
    said = {"version": request.version, "party": party.uid, "mode": "2"}
    assert client.post(f"{DESK}{request.uid}/serve/", said | {"served_on": ""}).status_code == 422
    assert client.post(f"{DESK}{request.uid}/serve/", said | {"served_on": f"{today()}"}).status_code == 302
    page = text(client.get(f"{DESK}{request.uid}/"))
    assert "邮寄送达" in page
    assert "登记意见" in page


def test_an_asking_is_taken_back_on_the_page_with_a_reason_that_stays(city):
    request, client = unserved(), client_of(discloser())
    address = f"{DESK}{request.uid}/"
    assert "撤回征求：重庆清泉浴室有限公司" in text(client.get(address))
    said = {"version": request.version, "party": request.third_parties.get().uid, "reason": ""}
    lacking = client.post(f"{address}take_back/", said)
    assert lacking.status_code == 422
    assert "请填写" in text(lacking)
    client.post(f"{address}take_back/", said | {"reason": "公司已经注销，无法送达。"})
    page = text(client.get(address))
    assert "征求已撤回" in page
    assert "公司已经注销，无法送达。" in page
    assert "撤回征求：" not in page
    own = text(client_of(person()).get(f"/500103/requests/{request.uid}/"))
    assert "撤回征求" in own
    assert "公司已经注销" not in own


def test_what_comes_too_late_keeps_what_was_written_and_is_not_offered(city):
    request, client = received(), client_of(head())
    InfoRequest.objects.filter(pk=request.pk).update(due=today() - timedelta(days=1))
    said = {"version": request.version, "reason": "检索量大，涉及三个年度的纸质档案。"}
    answer = client.post(f"{DESK}{request.uid}/extend/", said)
    assert answer.status_code == 422
    assert "检索量大，涉及三个年度的纸质档案。" in text(answer)
    assert "答复期限已经届满" in text(answer)
    assert "同意延长答复期限" not in text(client.get(f"{DESK}{request.uid}/"))


def test_a_deed_that_the_page_does_not_offer_is_refused_by_itself(city):
    for request in (received(), consulting(), unserved(), supplementing(), checking()):
        fresh = again(request)
        for user in (discloser(), checker(), head()):
            for deed in OFFERS.keys() - set(offered(user, fresh)):
                assert barred(deed, user, fresh) or not can_proceed(getattr(fresh, OFFERS[deed].move))


def test_papers_are_fetched_by_whom_they_are_for(city, applicant_li):
    request = consulting()
    drain()
    receipt, asking = request.papers.all()
    own = f"/500103/requests/{request.uid}/papers/"
    assert client_of(person()).get(f"{own}{receipt.uid}/")["Content-Type"] == "application/pdf"
    # What a third party is asked is not for the applicant.
    assert client_of(person()).get(f"{own}{asking.uid}/").status_code == 404
    assert client_of(applicant_li).get(f"{own}{receipt.uid}/").status_code == 404
    assert client_of(discloser()).get(f"{DESK}{request.uid}/papers/{asking.uid}/").status_code == 200


def test_another_department_sees_nothing_of_it(city, wz_discloser):
    request = received()
    assert client_of(wz_discloser).get(f"{DESK}{request.uid}/").status_code == 404


def test_each_reading_is_on_record(city):
    request, client = received(), client_of(discloser())
    client.get(f"{DESK}{request.uid}/")
    client.get(DESK)
    rows = Entry.objects.filter(action__in=["request.read", "request.listed"])
    assert [row.shown for row in rows] == [[str(request.uid)]] * 2


@pytest.mark.parametrize("done", [False, True])
def test_a_long_desk_is_read_to_its_end_without_a_row_twice(city, monkeypatch, done):
    monkeypatch.setattr(queries, "PAGE", 2)
    for _number in range(5):
        answered(WITHHELD) if done else received()
    seen, after = [], None
    while True:
        page = queries.desk(discloser(), city.yz, done=done, after=after)
        seen += [row.request.uid for row in page.rows]
        after = page.following
        if after is None:
            break
    order = ("-ended_at", "-uid") if done else ("due", "uid")
    assert seen == list(InfoRequest.objects.order_by(*order).values_list("uid", flat=True))


def test_an_unknown_deed_is_not_found(city):
    request = checking()
    assert client_of(checker()).post(f"{DESK}{request.uid}/publish/").status_code == 404


def test_an_opinion_that_lacks_its_reason_comes_back_with_what_was_chosen(city):
    request = consulting()
    party = request.third_parties.get()
    sent = {"version": request.version, "party": party.uid, "opinion": "refuse", "reason": ""}
    page = client_of(discloser()).post(f"/500103/requests/desk/{request.uid}/opinion/", sent)
    assert page.status_code == 422
    assert page.content.decode().count('value="refuse"') == 1
    assert re.search(r'value="refuse"[^>]* checked', page.content.decode())
    assert 'id="opinion_reason_error"' in page.content.decode()


def test_a_form_of_somebody_else_is_no_request_of_mine(city, applicant_li):
    said = asked()
    theirs, mine = file(said, person()), file(said, applicant_li)
    assert theirs.pk != mine.pk
    assert file(said, applicant_li).pk == mine.pk
