"""Who marked a secret is asked before anything is published (行政许可法 Art. 5; 政府信息公开条例 Art. 32-33)."""

from datetime import date, datetime, timedelta

import pytest

from applications.models import Consultation, Room
from hall.clock import SHANGHAI, freeze
from hall.errors import NotFound, TooLate, WrongState
from hall.events.worker import drain
from hall.notifications.models import Message
from hall.workdays.lamp import Lamp
from tests.disclosure.consulting import (
    SECRET,
    case_of,
    consents,
    marked,
    marked_draft,
    objects,
    sent_again,
    words_of,
)
from tests.disclosure.making import CONTENT, again, drafted, made_public, published, reviewer, sent
from tracking.disclosure import queries
from tracking.disclosure.actions.judge import send_back
from tracking.disclosure.lifecycle import DisclosureState
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def passes(disclosure):
    return made_public(disclosure)


def test_a_plain_grant_waits_for_nobody(city):
    disclosure, record = published()
    assert not Consultation.objects.exists()
    assert words_of(disclosure).is_published
    assert record.content == CONTENT


def test_the_applicant_of_any_grant_sees_word_for_word_what_will_be_published(city):
    disclosure = drafted(by="zhangxiaoman")
    shown = dict(words_of(disclosure).lines)
    assert shown["行政相对人名称"] == "张**"
    assert shown["许可内容"] == disclosure.content
    sent_again(disclosure, content="准予经营沐浴场所。")
    assert dict(words_of(disclosure).lines)["许可内容"] == "准予经营沐浴场所。"


def test_whoever_marked_a_secret_is_asked_in_writing_and_has_fifteen_working_days(city):
    # Tuesday: the 15th working day after it is Tuesday, 1 December.
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        disclosure = marked()
        (asked,) = Consultation.objects.filter(application__uid=disclosure.application_uid)
        assert asked.due == date(2026, 12, 1)
        (message,) = Message.objects.filter(kind="applications.publication")
        assert "2026年12月1日" in message.text


def test_how_long_is_a_setting(city, settings):
    settings.HALL_CONSULTATION_DAYS = 3
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        marked()
    assert Consultation.objects.get().due == date(2026, 11, 13)


def test_nothing_is_published_while_the_applicant_is_asked(city):
    disclosure = marked()
    with pytest.raises(WrongState) as told:
        passes(disclosure)
    assert "正在征求申请人的意见" in str(told.value.message)
    assert not Record.objects.exists()


def test_silence_leaves_it_to_the_organ_once_the_period_is_over(city):
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        disclosure = marked()
    with freeze(datetime(2026, 12, 1, 23, tzinfo=SHANGHAI)), pytest.raises(WrongState):
        passes(disclosure)
    with freeze(datetime(2026, 12, 2, 9, tzinfo=SHANGHAI)):
        assert passes(disclosure).state == DisclosureState.PUBLISHED
    assert Consultation.objects.get().outcome == "moot"


def test_consent_publishes_at_once(city):
    disclosure = marked()
    assert consents(disclosure).answer == "consent"
    assert passes(disclosure).state == DisclosureState.PUBLISHED


def test_consent_holds_for_the_words_that_were_read_and_no_others(city):
    disclosure = marked()
    read = words_of(disclosure).sm3
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请写明面积")
    disclosure = sent_again(disclosure, content="准予经营，营业面积 130 平方米。")
    with pytest.raises(WrongState) as told:
        consents(disclosure, words=read)
    assert "刚刚有修改" in str(told.value.message)
    assert Consultation.objects.get().answer == ""


def test_other_words_than_those_consented_to_are_asked_about_again(city):
    disclosure = marked()
    consents(disclosure)
    disclosure = send_back(again(disclosure).uid, reviewer(), seen=again(disclosure).version, remark="请写明面积")
    disclosure = sent_again(disclosure, content="准予经营，营业面积 130 平方米。")
    with pytest.raises(WrongState):
        passes(disclosure)
    assert Consultation.objects.filter(closed_at=None).count() == 1


def test_sent_again_in_the_same_words_the_first_question_goes_on(city):
    disclosure = marked()
    (asked,) = Consultation.objects.all()
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请再核对")
    sent_again(disclosure)
    assert Consultation.objects.get().due == asked.due
    assert Message.objects.filter(kind="applications.publication").count() == 1


def test_a_stranger_neither_consents_nor_objects(city, applicant_zhang):
    disclosure = marked()
    for say in (consents, objects):
        with pytest.raises(NotFound):
            say(disclosure, by=applicant_zhang)
    assert Consultation.objects.get().answer == ""


def test_who_was_not_asked_has_nothing_to_consent_to(city):
    with pytest.raises(WrongState):
        consents(sent())


def test_after_the_publication_it_is_too_late(city):
    disclosure, _record = published()
    for say in (consents, objects):
        with pytest.raises(TooLate):
            say(disclosure)


def test_the_drafter_reads_what_was_marked_and_why(city):
    (one,) = queries.claims_on(marked_draft())
    assert (one.get_kind_display(), one.reason) == ("商业秘密", SECRET)


def test_the_time_of_being_asked_is_not_counted(city):
    """Decided on Tuesday the 10th: due on the 19th, and three working days of waiting later on the 24th."""
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        disclosure = marked_draft()
        assert disclosure.due == date(2026, 11, 19)
    with freeze(datetime(2026, 11, 12, 10, tzinfo=SHANGHAI)):
        disclosure = sent_again(disclosure)
        assert queries.lamp_now(disclosure).lamp == Lamp.BLUE
        # As long as nobody answers: the whole period of the question.
        assert disclosure.due == date(2026, 12, 11)
    with freeze(datetime(2026, 11, 16, 10, tzinfo=SHANGHAI)):
        consents(disclosure)
        drain()
        assert again(disclosure).due == date(2026, 11, 24)
    with freeze(datetime(2026, 11, 17, 10, tzinfo=SHANGHAI)):
        row = queries.lamp_now(again(disclosure))
        assert (row.lamp, row.lamp_text) == (Lamp.GREEN, "还剩 5 个工作日")
    with freeze(datetime(2026, 11, 25, 10, tzinfo=SHANGHAI)):
        assert queries.lamp_now(again(disclosure)).lamp == Lamp.RED


def test_a_plain_disclosure_keeps_its_date(city):
    disclosure = sent()
    assert again(disclosure).waits == []
    assert again(disclosure).due - disclosure.decided_on >= timedelta(days=7)
    assert not case_of(disclosure).has_been_in(Room.CONFIDENTIAL)
