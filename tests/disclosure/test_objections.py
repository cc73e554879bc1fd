"""An objection stops the publication until it is judged: upheld, upheld in part, or overridden (行政许可法 Art. 5)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from applications.models import Consultation
from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, Refused, WrongState
from hall.events.models import Event
from hall.events.worker import drain
from hall.notifications.models import Message
from hall.workdays.lamp import Lamp
from tests.disclosure.consulting import marked, objects, sent_again, words_of
from tests.disclosure.making import again, discloser, give, made_public, reviewer, sent
from tests.factories.cases import staff_member
from tracking.disclosure import queries
from tracking.disclosure.actions.judge import send_back, withhold
from tracking.disclosure.actions.objections import override, uphold
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db

WHY = "营业面积属于许可决定的内容，依法应当公开。"


def contested() -> Disclosure:
    """A plain grant in review, to which its applicant objected unasked."""
    disclosure = sent()
    objects(disclosure)
    return again(disclosure)


def passes(disclosure):
    return made_public(disclosure)


def test_anybody_may_object_before_it_is_published_and_it_waits(city):
    disclosure = contested()
    with pytest.raises(WrongState) as told:
        passes(disclosure)
    assert "有异议" in str(told.value.message)
    assert not Record.objects.exists()


def test_its_reason_is_sealed_and_no_event_tells_it(city):
    contested()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM applications_consultation")
        assert "营业面积" not in str(cursor.fetchall())
    assert not any("营业面积" in str(one.payload) for one in Event.objects.all())


def test_without_a_reason_it_is_none(city):
    disclosure = sent()
    with pytest.raises(Incomplete) as told:
        objects(disclosure, reason="不 ")
    assert set(told.value.fields) == {"reason"}
    passes(disclosure)


def test_objecting_twice_is_refused_while_the_first_is_open(city):
    disclosure = contested()
    with pytest.raises(WrongState):
        objects(disclosure)
    assert Consultation.objects.count() == 1


def test_overridden_it_is_published_and_the_applicant_reads_why(city):
    disclosure = contested()
    override(disclosure.uid, reviewer(), seen=disclosure.version, ground="law", remark=WHY)
    assert passes(disclosure).state == DisclosureState.PUBLISHED
    (judged,) = Consultation.objects.all()
    assert (judged.outcome, judged.told, judged.judged_by_name) == ("overridden", WHY, reviewer().name)
    (message,) = Message.objects.filter(kind="applications.publication")
    assert "依法仍然公开" in message.text
    assert WHY not in message.text


def test_it_is_overridden_on_the_grounds_of_the_law_only_and_with_a_reason(city):
    disclosure = contested()
    for ground, remark, field in [("", WHY, "ground"), ("TRADE_SECRET", WHY, "ground"), ("law", " ", "remark")]:
        with pytest.raises(Incomplete) as told:
            override(disclosure.uid, reviewer(), seen=disclosure.version, ground=ground, remark=remark)
        assert set(told.value.fields) == {field}
    assert Consultation.objects.get().closed_at is None


def test_upheld_in_part_the_part_goes_and_the_rest_is_published(city):
    disclosure = contested()
    remark = "营业面积属于商业秘密，请删去。"
    disclosure = uphold(disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark=remark)
    assert disclosure.state == DisclosureState.DRAFT
    disclosure = sent_again(disclosure, content="准予经营沐浴场所。")
    passes(disclosure)
    assert Record.objects.get().content == "准予经营沐浴场所。"
    (judged,) = Consultation.objects.all()
    assert (judged.outcome, judged.ground, judged.told) == ("in_part", "TRADE_SECRET", remark)


def test_upheld_as_a_whole_nothing_is_published(city):
    disclosure = contested()
    withhold(disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark="确属商业秘密。")
    (judged,) = Consultation.objects.all()
    assert (judged.outcome, judged.told) == ("withheld", "确属商业秘密。")
    words = words_of(disclosure)
    assert words.closed_at is not None
    assert not words.is_published
    assert not Record.objects.exists()


def test_who_was_asked_and_objected_is_not_asked_again_after_the_answer(city):
    disclosure = marked()
    objects(disclosure)
    remark = "请删去营业面积。"
    disclosure = again(disclosure)
    disclosure = uphold(disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark=remark)
    disclosure = sent_again(disclosure, content="准予经营。")
    assert passes(disclosure).state == DisclosureState.PUBLISHED


def test_the_same_words_are_not_objected_to_again_and_other_words_may_be(city):
    disclosure = contested()
    disclosure = override(disclosure.uid, reviewer(), seen=disclosure.version, ground="law", remark=WHY)
    with pytest.raises(WrongState):
        objects(disclosure)
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请写明面积")
    disclosure = sent_again(disclosure, content="准予经营，营业面积 130 平方米。")
    assert objects(disclosure).closed_at is None


@pytest.mark.parametrize("stranger", ["yz-discloser", "wz-secrecy", "yz-wj-examiner"])
def test_only_the_reviewer_of_the_hall_judges_it(city, stranger):
    disclosure = contested()
    for deed, ground in ((uphold, "TRADE_SECRET"), (override, "law")):
        with pytest.raises(NotAllowed):
            deed(disclosure.uid, staff_member(stranger), seen=disclosure.version, ground=ground, remark=WHY)
    assert Consultation.objects.get().closed_at is None


def test_the_drafter_judges_no_objection_to_their_own_words(city):
    disclosure = contested()
    with pytest.raises(NotAllowed):
        override(disclosure.uid, give(discloser(), Duty.SECRECY), seen=disclosure.version, ground="law", remark=WHY)


def test_where_nobody_objected_nothing_is_upheld_or_overridden(city):
    disclosure = sent()
    for deed, ground in ((uphold, "TRADE_SECRET"), (override, "law")):
        with pytest.raises(WrongState):
            deed(disclosure.uid, reviewer(), seen=disclosure.version, ground=ground, remark=WHY)
    assert again(disclosure).state == DisclosureState.REVIEWING


def test_the_lamp_is_blue_until_it_is_judged(city):
    disclosure = contested()
    drain()
    assert queries.lamp_now(again(disclosure)).lamp == Lamp.BLUE
    disclosure = again(disclosure)
    override(disclosure.uid, reviewer(), seen=disclosure.version, ground="law", remark=WHY)
    drain()
    ((_first, last),) = again(disclosure).waits
    assert last is not None


@pytest.mark.django_db(transaction=True)
def test_of_publishing_and_objecting_at_once_one_comes_first(city):
    disclosure = sent()

    def attempt(deed) -> str:
        try:
            deed(disclosure)
        except Refused as told:
            return told.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        passed, objected = pool.map(attempt, [passes, objects])
    assert (passed, objected) in {("done", "too_late"), ("wrong_state", "done")}
    assert Record.objects.exists() == (passed == "done")
