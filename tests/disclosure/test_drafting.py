"""A grant drafts its disclosure by itself, masked from the first row on (许可法 Art. 40; 个人信息保护法 Art. 25)."""

from datetime import date, datetime

import pytest

from applications.actions.decide import deny
from applications.actions.issue import issue
from applications.documents.kinds import Attribute, Ground, Kind
from applications.models import Decision, Licence, Paper
from hall.clock import SHANGHAI, freeze
from hall.events.models import Event
from hall.events.worker import drain
from hall.textsearch import folded
from tests.disclosure.making import COMPANY, FULL_NAME, ID_NUMBER, PERSON, again, decided, drafted, published
from tests.factories.cases import clerk, fresh, reviewed_case, seen
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.name_licence import name_licence
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure

pytestmark = pytest.mark.django_db


def everything(disclosure: Disclosure) -> str:
    return " ".join(str(value) for value in Disclosure.objects.filter(pk=disclosure.pk).values_list()[0])


def issued(decision: Decision) -> Licence:
    handling = fresh(decision.handling)
    return issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))


def test_the_worker_drafts_what_was_granted_without_anybody_asking(city):
    decision = decided()
    drain()
    disclosure = Disclosure.objects.get(decision_uid=decision.uid)
    assert disclosure.state == DisclosureState.DRAFT
    assert (disclosure.hall, disclosure.department) == (city.yz, city.departments["yz-wj"])
    assert disclosure.drafter_uid is None
    assert disclosure.document_number == Paper.objects.get(kind=Kind.GRANT).number


def test_a_company_stands_with_its_full_name_and_credit_code(city, company_qingquan):
    disclosure = drafted(by=COMPANY)
    assert disclosure.grantee == "重庆清泉浴室有限公司"
    assert disclosure.grantee_code == company_qingquan.uscc
    assert not disclosure.grantee_is_person


def test_a_person_is_masked_before_anybody_edits(city, applicant_zhang):
    content = f"准予{FULL_NAME}（张 小 满）经营沐浴场所，身份证号码{ID_NUMBER}，电话13800001234。"
    disclosure = drafted(by=PERSON, content=content)
    assert disclosure.grantee == "张**"
    assert disclosure.grantee_code == ""
    told = everything(disclosure)
    assert FULL_NAME not in told
    assert "小 满" not in told
    assert ID_NUMBER not in told
    assert "13800001234" not in told
    assert applicant_zhang.id_number not in told
    assert "准予张**（张**）经营沐浴场所" in disclosure.content


def test_a_denial_is_not_published(city):
    handling = reviewed_case()
    decision = deny(
        handling.uid,
        clerk(handling, "signer"),
        seen=seen(handling),
        reasons="经现场核查，不符合卫生标准。",
        legal_basis=["《公共场所卫生管理条例》第四条"],
    )
    assert draft(decision.uid) is None
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(("attribute", "ground"), [(Attribute.ON_REQUEST, ""), (Attribute.NONE, Ground.TRADE_SECRET)])
def test_a_grant_whose_paper_is_not_for_everybody_is_not_drafted(city, attribute, ground):
    decision = decided()
    Paper.objects.filter(kind=Kind.GRANT).update(disclosure_attr=attribute, non_disclosure_ground=ground)
    assert draft(decision.uid) is None
    licence = issued(decision)
    name_licence(licence.uid, licence.application.uid)
    assert not Disclosure.objects.exists()


def test_drafting_twice_makes_one_disclosure(city):
    decision = decided()
    assert draft(decision.uid) == draft(decision.uid)
    assert Event.objects.filter(subject_uid=Disclosure.objects.get().uid).count() == 1


def test_it_is_due_seven_working_days_after_the_decision(city):
    # Tuesday the 10th: 11, 12, 13, 16, 17, 18 and 19 November count.
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        disclosure = drafted()
    assert (disclosure.decided_on, disclosure.due) == (date(2026, 11, 10), date(2026, 11, 19))


def test_the_licence_is_named_in_the_draft_when_it_is_made(city):
    disclosure = drafted()
    licence = issued(Decision.objects.get(uid=disclosure.decision_uid))
    name_licence(licence.uid, licence.application.uid)
    assert (again(disclosure).licence_name, again(disclosure).licence_number) == (licence.name, licence.number)
    assert again(disclosure).version == disclosure.version, "nobody's open page becomes stale by it"


def test_a_worker_that_comes_late_finds_the_licence_there_already(city):
    decision = decided()
    licence = issued(decision)
    draft(decision.uid)
    assert Disclosure.objects.get().licence_number == licence.number


def test_the_licence_alone_makes_the_draft_when_its_news_came_first(city):
    decision = decided()
    licence = issued(decision)
    name_licence(licence.uid, licence.application.uid)
    name_licence(licence.uid, licence.application.uid)
    assert Disclosure.objects.get().licence_number == licence.number


def test_a_licence_made_after_publication_is_added_to_the_register(city):
    disclosure, record = published()
    decision = Decision.objects.get(uid=disclosure.decision_uid)
    licence = issued(decision)
    name_licence(licence.uid, licence.application.uid)
    record.refresh_from_db()
    assert record.licence_number == licence.number
    assert folded(licence.number) in record.search_text


def test_the_announcement_names_nobody(city, applicant_zhang):
    disclosure = drafted(by=PERSON)
    (event,) = Event.objects.filter(subject_uid=disclosure.uid)
    assert event.payload == {}
    assert event.actor_uid is None
