"""The seven answers of Art. 36, drafted by one, checked by another, each with its paper and its remedy."""

import re
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from django.utils.translation import override

from applications.documents.verify import Standing, check
from hall.accounts.models import Duty
from hall.clock import SHANGHAI, freeze
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.events.worker import drain
from hall.files.queries import open_bytes
from hall.notifications.models import Message
from hall.numbering.demo import demo_id_card
from tests.applications.actions.test_races import together
from tests.disclosure.making import give
from tests.requests.making import (
    PROVIDED,
    WITHHELD,
    again,
    answered,
    checker,
    checking,
    consulting,
    discloser,
    person,
    received,
    served,
)
from tracking.requests.actions.answering import Answer, answer, send_back, send_to_check
from tracking.requests.actions.applicant import withdraw
from tracking.requests.actions.settle import settle_all
from tracking.requests.actions.third_parties import consult, note_opinion
from tracking.requests.kinds import AnswerKind, PaperKind
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest

pytestmark = pytest.mark.django_db

REFUSES, AGREES = "重庆清泉浴室有限公司", "重庆南山茶楼"
SEVEN = {
    "public": (Answer("public", way="本机关网站政府信息公开栏。"), "第三十六条第（一）项"),
    "provided": (PROVIDED, "第三十六条第（二）项"),
    "withheld": (WITHHELD, "第三十六条第（三）项"),
    "nonexistent": (Answer("nonexistent", reason="检索了档案室2025年全部目录。"), "第三十六条第（四）项"),
    "not_ours": (Answer("not_ours", reason="由市级机关制作。", way="重庆市卫生健康委员会"), "第三十六条第（五）项"),
    "repeated": (Answer("repeated", earlier="…"), "第三十六条第（六）项"),
    "special": (Answer("special", reason="不动产登记资料。", way="向登记机构查询。"), "第三十六条第（七）项"),
}


def told_in(request: InfoRequest, kind: PaperKind = PaperKind.ANSWER) -> str:
    return "\n".join(request.papers.get(kind=kind).content["sentences"])


def test_the_law_knows_seven():
    assert list(SEVEN) == AnswerKind.values


@pytest.mark.parametrize("kind", SEVEN)
def test_each_of_the_seven_names_its_own_number_of_the_article(city, kind):
    said, law = SEVEN[kind]
    if kind == "repeated":
        said = Answer("repeated", earlier=answered().number)
    request = answered(said)
    assert request.state == RequestState.ANSWERED
    assert law in told_in(request)
    assert request.number in told_in(request)
    message = Message.objects.filter(subject_uid=request.uid).latest("id")
    assert request.number in message.text


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (Answer(""), "kind"),
        (Answer("public"), "way"),
        (Answer("provided"), "way"),
        (Answer("withheld", reason="商业秘密。"), "ground"),
        (Answer("withheld", ground="TRADE_SECRET"), "reason"),
        (Answer("nonexistent"), "reason"),
        (Answer("not_ours"), "reason"),
        (Answer("repeated"), "earlier"),
        (Answer("special", reason="另有规定。"), "way"),
        (Answer("provided", way="提供一部分。", ground="PRIVACY"), "reason"),
        (Answer("public", way="网站。", ground="PRIVACY"), "ground"),
    ],
)
def test_what_an_answer_lacks_is_told_beside_its_field(city, said, missing):
    request = received()
    with pytest.raises(Incomplete) as told:
        send_to_check(request.uid, discloser(), seen=request.version, answer=said)
    assert list(told.value.fields) == [missing]
    assert again(request).state == RequestState.RECEIVED


def test_a_refusal_goes_to_reconsideration_first_and_a_full_answer_needs_no_remedy(city):
    assert "应当先自收到本答复之日起六十日内" in told_in(answered(WITHHELD))
    assert "行政复议" not in told_in(answered(PROVIDED))


def test_what_can_be_split_is_provided_in_part(city):
    request = answered(Answer("provided", way="名单见附。", ground="PRIVACY", reason="隐去了住址。"))
    words = told_in(request)
    assert "第三十七条" in words
    assert "个人隐私" in words
    assert "应当先自收到本答复之日起六十日内" in words


def test_repeated_names_an_answer_of_this_organ_to_this_applicant(city):
    request = received()
    for number in ("GK0", request.number, checking().number):
        with pytest.raises(Invalid):
            send_to_check(request.uid, discloser(), seen=request.version, answer=Answer("repeated", earlier=number))


class TestFourEyes:
    def test_whoever_drafted_does_not_check(self, city):
        give(discloser(), Duty.SECRECY)
        request = checking()
        with pytest.raises(NotAllowed):
            answer(request.uid, discloser(), seen=request.version)

    def test_it_can_be_sent_back_with_a_reason_and_drafted_again(self, city):
        request = checking()
        request = send_back(request.uid, checker(), seen=request.version, remark="写明检测机构。")
        assert request.state == RequestState.RECEIVED
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=WITHHELD)
        assert answer(request.uid, checker(), seen=request.version).answer_kind == "withheld"

    def test_each_personal_number_in_it_needs_a_word(self, city):
        number = demo_id_card("500103", date(1990, 1, 1))
        request = checking(Answer("provided", way=f"持证人{number}的许可信息。"))
        with pytest.raises(Incomplete) as told:
            answer(request.uid, checker(), seen=request.version)
        assert list(told.value.fields) == ["finding_0"]
        told_words = {0: "申请人本人的号码。"}
        assert answer(request.uid, checker(), seen=request.version, resolutions=told_words).ended_at


class TestThirdParties:
    def test_no_answer_while_one_is_asked(self, city):
        request = consulting()
        with pytest.raises(WrongState, match="正在征求意见"):
            send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)

    def refused(self) -> InfoRequest:
        request = consulting()
        said: dict[str, Any] = {"opinion": "refuse", "reason": "是本公司的工艺。"}
        said["party"] = request.third_parties.get().uid
        return note_opinion(request.uid, discloser(), seen=request.version, **said)

    def test_disclosed_against_their_will_only_for_a_public_interest_that_they_are_told(self, city):
        request = self.refused()
        with pytest.raises(Incomplete) as told:
            send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
        assert list(told.value.fields) == ["public_interest"]
        said = Answer("provided", way="全部提供。", public_interest="涉及公众健康。")
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=said)
        request = answer(request.uid, checker(), seen=request.version)
        paper = request.papers.get(kind=PaperKind.OVERRIDE)
        assert paper.content["addressee"] == "重庆清泉浴室有限公司"
        assert "涉及公众健康" in told_in(request, PaperKind.OVERRIDE)
        assert "不计入答复期限" in told_in(request)

    def test_their_part_may_be_left_out_instead(self, city):
        request = self.refused()
        said = Answer("provided", way="其余部分。", ground="TRADE_SECRET", reason="第三方不同意，理由成立。")
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=said)
        request = answer(request.uid, checker(), seen=request.version)
        assert not request.papers.filter(kind=PaperKind.OVERRIDE).exists()

    def asked_both(self) -> InfoRequest:
        """One refuses, the other one agrees."""
        request = consulting()
        request = consult(request.uid, discloser(), seen=request.version, name=AGREES, question="该店的抽检结果。")
        request = served(request)
        refuses, agrees = request.third_parties.all()
        for party, opinion in ((refuses, "refuse"), (agrees, "consent")):
            said: dict[str, Any] = {"party": party.uid, "opinion": opinion, "reason": "是本公司的工艺。"}
            request = note_opinion(request.uid, discloser(), seen=request.version, **said)
        return request

    def test_each_of_two_is_told_what_concerns_them_and_nothing_of_the_other(self, city):
        said = Answer("provided", way="全部提供。", public_interest="涉及公众健康。")
        request = sent(self.asked_both(), said)
        request = answer(request.uid, checker(), seen=request.version)
        overridden, given = (request.papers.get(kind=kind) for kind in (PaperKind.OVERRIDE, PaperKind.GIVEN))
        assert (overridden.content["addressee"], given.content["addressee"]) == (REFUSES, AGREES)
        first, second = told_in(request, PaperKind.OVERRIDE), told_in(request, PaperKind.GIVEN)
        assert "该公司的抽检结果。" in first
        assert "决定予以公开。理由：涉及公众健康。" in first
        assert "该店的抽检结果。" in second
        assert "决定予以公开" in second
        assert "部分除外" not in second
        assert "公众健康" not in second
        assert AGREES not in first
        assert REFUSES not in second
        assert "该店" not in first
        assert "该公司" not in second
        assert not given.for_applicant
        applicants = "".join("".join(one.content["sentences"]) for one in request.papers.all() if one.for_applicant)
        assert AGREES not in applicants
        assert REFUSES not in applicants

    def test_who_agreed_is_told_so_though_the_other_s_part_is_left_out(self, city):
        said = Answer("provided", way="其余部分。", ground="TRADE_SECRET", reason="第三方不同意，理由成立。")
        request = sent(self.asked_both(), said)
        request = answer(request.uid, checker(), seen=request.version)
        assert request.papers.get(kind=PaperKind.GIVEN).content["addressee"] == AGREES
        assert "依法不予公开的部分除外" in told_in(request, PaperKind.GIVEN)
        assert not request.papers.filter(kind=PaperKind.OVERRIDE).exists()

    def test_nobody_is_told_that_it_is_given_where_it_is_not(self, city):
        request = sent(self.asked_both(), WITHHELD)
        request = answer(request.uid, checker(), seen=request.version)
        assert not request.papers.filter(kind__in=[PaperKind.GIVEN, PaperKind.OVERRIDE]).exists()

    def test_the_reason_that_one_is_told_names_no_other(self, city):
        request = self.asked_both()
        said = Answer("provided", way="全部提供。", public_interest=f"{AGREES}已经同意，且涉及公众健康。")
        with pytest.raises(Invalid) as told:
            sent(request, said)
        assert list(told.value.fields) == ["public_interest"]
        said = Answer("provided", way="全部提供。", public_interest=f"{REFUSES}的产品涉及公众健康。")
        assert sent(request, said).public_interest


def sent(request: InfoRequest, said: Answer) -> InfoRequest:
    return send_to_check(request.uid, discloser(), seen=request.version, answer=said)


def test_the_worker_prints_and_signs_the_paper(real_papers, city):
    request = answered(WITHHELD)
    drain()
    paper = request.papers.get(kind=PaperKind.ANSWER)
    assert paper.file
    pdf = open_bytes(paper.file)
    assert check(pdf).standing == Standing.VALID
    assert paper.number.startswith("渝中卫健公开答字〔2026〕第")


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_at_once_answer_once(city):
    request = checking()
    answers = together([partial(answer, request.uid, checker(), seen=request.version)] * 3)
    assert sum(isinstance(one, InfoRequest) for one in answers) == 1
    assert sum(isinstance(one, WrongState) for one in answers) == 2
    assert request.papers.filter(kind=PaperKind.ANSWER).count() == 1


def test_what_is_withheld_stands_in_no_field_of_an_earlier_draft(city):
    request = checking(Answer("provided", way="抽检不合格的单位：清泉浴室。"))
    request = send_back(request.uid, checker(), seen=request.version, remark="涉及商业秘密，不予公开。")
    both = Answer("withheld", ground="TRADE_SECRET", reason="含有工艺参数。", way="抽检不合格的单位：清泉浴室。")
    request = send_to_check(request.uid, discloser(), seen=request.version, answer=both)
    request = answer(request.uid, checker(), seen=request.version)
    assert (request.answer_way, request.reason) == ("", "含有工艺参数。")
    assert "清泉浴室" not in told_in(request)


def test_a_secret_of_somebody_who_refused_is_not_given_out_under_another_ground(city):
    request = consulting()
    party = request.third_parties.get()
    request = note_opinion(
        request.uid, discloser(), seen=request.version, party=party.uid, opinion="refuse", reason="含有工艺参数。"
    )
    part: dict[str, Any] = {"way": "抽检结果。", "reason": "内部讨论部分不予公开。"}
    with pytest.raises(Incomplete) as told:
        _checked(request, Answer("provided", ground="INTERNAL", **part))
    assert list(told.value.fields) == ["public_interest"]
    said = Answer("provided", ground="INTERNAL", public_interest="不公开将影响公众健康。", **part)
    request = answer(*_checked(request, said), seen=again(request).version)
    assert request.papers.filter(kind=PaperKind.OVERRIDE).exists()


def _checked(request: InfoRequest, said: Answer):
    return send_to_check(request.uid, discloser(), seen=request.version, answer=said).uid, checker()


def test_papers_speak_chinese_whatever_language_whoever_acts_reads(city):
    with override("en"):
        request = answered(WITHHELD)
    kept = " ".join(one for paper in request.papers.all() for one in paper.content["sentences"])
    assert "商业秘密" in kept
    assert not re.search(r"[A-Za-z]{3}", re.sub(r"https?://\S+", "", kept))


def test_what_was_withdrawn_goes_on_happening_no_more(city):
    request = consulting()
    request = withdraw(request.uid, person(), seen=request.version)
    with freeze(datetime.combine(request.due + timedelta(days=60), time(9), tzinfo=SHANGHAI)):
        settle_all()
    assert again(request).version == request.version
