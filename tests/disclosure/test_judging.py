"""The second pair of eyes passes, sends back or withholds; what the register holds is what was reviewed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from hall.accounts.models import Duty
from hall.errors import Incomplete, WrongState
from hall.review.models import Review, ReviewState
from tests.disclosure.making import (
    CONTENT,
    FULL_NAME,
    ID_NUMBER,
    PERSON,
    again,
    another,
    discloser,
    drafted,
    made_public,
    published,
    reviewer,
    sent,
)
from tracking.disclosure.actions.judge import pass_on, send_back, withhold
from tracking.disclosure.actions.send import send
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.register.actions import enter
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def test_what_passed_is_in_the_register_word_for_word(city):
    disclosure, record = published()
    assert disclosure.state == DisclosureState.PUBLISHED
    assert (record.content, record.grantee, record.document_number) == (
        CONTENT,
        "重庆清泉浴室有限公司",
        disclosure.document_number,
    )
    assert record.hall_code == "500103"
    assert record.issuer_name == city.departments["yz-wj"].name
    assert set(Review.objects.values_list("state", flat=True)) == {ReviewState.PASSED}


def test_a_person_s_full_name_is_nowhere_in_the_record(city, applicant_zhang):
    _disclosure, record = published(by=PERSON, content=f"准予{FULL_NAME}经营。")
    told = " ".join(str(value) for value in Record.objects.filter(pk=record.pk).values_list()[0])
    assert record.grantee == "张**"
    assert FULL_NAME not in told
    assert applicant_zhang.id_number not in told


def test_entering_the_same_text_again_gives_the_same_record(city):
    disclosure, record = published()
    assert enter(publication_of(again(disclosure))) == record
    with pytest.raises(WrongState):
        pass_on(disclosure.uid, reviewer(), seen=disclosure.version)
    assert Record.objects.count() == 1


def test_an_id_number_in_the_text_stops_publication(city):
    disclosure = sent(written=f"准予经营，负责人身份证号码{ID_NUMBER}。")
    with pytest.raises(Incomplete) as told:
        pass_on(disclosure.uid, reviewer(), seen=disclosure.version)
    assert set(told.value.fields) == {"finding_0"}
    assert again(disclosure).state == DisclosureState.REVIEWING
    assert not Record.objects.exists()


def test_a_finding_with_a_blank_word_still_stops_it(city):
    disclosure = sent(written=f"准予经营，{ID_NUMBER}，13800001234。")
    with pytest.raises(Incomplete) as told:
        pass_on(disclosure.uid, reviewer(), seen=disclosure.version, resolutions={0: "  ", 1: "单位值班电话"})
    assert set(told.value.fields) == {"finding_0"}
    assert Review.objects.get().findings[1]["resolution"] == "", "nothing of a refused deed stays"


def test_the_finding_is_gone_when_the_drafter_took_the_number_out(city):
    disclosure = sent(written=f"准予经营，{ID_NUMBER}。")
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请删去身份证号码")
    disclosure = send(
        disclosure.uid, discloser(), seen=disclosure.version, grantee=disclosure.grantee, content="准予经营。"
    )
    assert made_public(disclosure).state == DisclosureState.PUBLISHED
    assert ID_NUMBER not in Record.objects.get().content


def test_a_number_that_may_stay_is_published_with_its_reason_on_file(city):
    disclosure = sent(written="准予经营，值班电话13800001234。")
    words = {0: "单位公开的值班电话"}
    pass_on(disclosure.uid, reviewer(), seen=disclosure.version, resolutions=words)
    made_public(disclosure)
    for review in Review.objects.all():
        assert [(one["resolution"], one["resolved_by"]) for one in review.findings] == [(words[0], reviewer().name)]
    assert "13800001234" in Record.objects.get().content


def test_words_changed_behind_the_review_are_not_published(city):
    disclosure = sent()
    Disclosure.objects.filter(pk=disclosure.pk).update(content="准予经营另一处场所。")
    with pytest.raises(WrongState):
        pass_on(disclosure.uid, reviewer(), seen=disclosure.version)
    assert not Record.objects.exists()


def test_sending_back_needs_a_reason_and_gives_it_to_the_drafter(city):
    disclosure = sent()
    with pytest.raises(Incomplete):
        send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark=" ")
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请写明面积")
    assert disclosure.state == DisclosureState.DRAFT
    assert Review.objects.get().remark == "请写明面积"


def test_what_is_withheld_is_never_published(city):
    disclosure = sent()
    ended = withhold(
        disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark="含未公开的工艺参数"
    )
    assert (ended.state, ended.ground) == (DisclosureState.WITHHELD, "TRADE_SECRET")
    with pytest.raises(WrongState):
        pass_on(disclosure.uid, reviewer(), seen=ended.version)
    with pytest.raises(WrongState):
        send(disclosure.uid, discloser(), seen=ended.version, grantee="某公司", content="准予经营。")
    assert not Record.objects.exists()


def test_withholding_needs_a_lawful_ground_and_a_reason(city):
    disclosure = sent()
    for ground, remark, field in [
        ("", "涉及隐私", "ground"),
        ("BECAUSE", "涉及隐私", "ground"),
        ("PRIVACY", "", "remark"),
    ]:
        with pytest.raises(Incomplete) as told:
            withhold(disclosure.uid, reviewer(), seen=disclosure.version, ground=ground, remark=remark)
        assert set(told.value.fields) == {field}
    assert again(disclosure).state == DisclosureState.REVIEWING


def test_the_database_itself_knows_no_withholding_without_a_ground(city):
    disclosure = sent()
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.filter(pk=disclosure.pk).update(state="withheld")


def test_what_was_not_sent_cannot_be_judged(city):
    disclosure = drafted()
    with pytest.raises(WrongState):
        pass_on(disclosure.uid, reviewer(), seen=disclosure.version)
    assert not Record.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_one_passes_it_and_the_other_is_told(city):
    disclosure, second = sent(), another(Duty.SECRECY)

    def judge(user) -> str:
        try:
            pass_on(disclosure.uid, user, seen=disclosure.version)
        except WrongState as told:
            return str(told.happened[0]).split(" ")[-1]
        finally:
            connection.close()
        return "passed"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(judge, [reviewer(), second]))
    winner = Review.objects.get(kind="disclosure").checked_by_name
    assert said == sorted(["passed", f"{winner}：保密审查通过，报请批准公开"])
    assert Review.objects.count() == 2
