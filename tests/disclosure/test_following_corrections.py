"""A corrected decision: what is not published yet is written anew and checked again; what is published is marked."""

import pytest

from applications.actions.correct_decision import correct_decision
from applications.documents.kinds import Kind
from applications.models import Handling, Paper, Words
from applications.models.paper import PaperState
from hall.events.models import Event
from hall.events.worker import drain
from tests.disclosure.making import COMPANY, FULL_NAME, PERSON, again, drafted, made_public, passed, published, sent
from tests.factories.cases import clerk, fresh, seen
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.queries import sent_back_with

pytestmark = pytest.mark.django_db
LAW = ["《公共场所卫生管理条例》第四条"]


def put_right(disclosure: Disclosure, content: str) -> Paper:
    handling = fresh(Handling.objects.get(decision__uid=disclosure.decision_uid))
    signer, version = clerk(handling, "signer"), seen(handling)
    words = Words(granted=True, content=content, legal_basis=LAW)
    correct_decision(handling.uid, signer, seen=version, reason="漏写类别。", words=words)
    drain()
    return Paper.objects.exclude(state=PaperState.VOIDED).get(kind=Kind.GRANT)


def test_a_draft_takes_the_corrected_words_and_the_new_number(city):
    disclosure = drafted(by=COMPANY)
    new = put_right(disclosure, "准予从事沐浴场所经营。")
    now = again(disclosure)
    assert (now.content, now.document_number) == ("准予从事沐浴场所经营。", new.number)
    assert now.version == disclosure.version + 1


def test_a_person_stays_masked(city):
    disclosure = drafted(by=PERSON)
    put_right(disclosure, f"准予{FULL_NAME}经营沐浴场所。")
    assert FULL_NAME not in again(disclosure).content


@pytest.mark.parametrize("brought", [sent, passed])
def test_what_is_judged_goes_back_to_its_drafter_and_can_be_sent_again(city, brought):
    disclosure = brought(by=COMPANY)
    put_right(disclosure, "准予从事沐浴场所经营。")
    now = again(disclosure)
    assert now.state == DisclosureState.DRAFT
    assert "决定书已更正" in sent_back_with(now)
    assert made_public(now).content == "准予从事沐浴场所经营。"


def test_what_is_published_stays_as_it_was_reviewed_and_is_marked(city):
    disclosure, _record = published(by=COMPANY)
    put_right(disclosure, "准予从事沐浴场所经营。")
    now = again(disclosure)
    assert (now.state, now.content) == (DisclosureState.PUBLISHED, disclosure.content)
    assert Event.objects.filter(subject_uid=disclosure.uid, kind__endswith="DocumentReplaced").count() == 1
