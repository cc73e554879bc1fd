"""Disclosures of cases whose applicant marked a secret, and what applicants say to them; needs the ``city`` fixture."""

from typing import Any

from applications.actions.accept import accept
from applications.actions.claims import claim
from applications.actions.consultations.answering import consent, object_to_publication
from applications.actions.submit import submit
from applications.models import Application, Consultation, PublicWords
from hall.accounts.models import User
from tests.disclosure.making import COMPANY, discloser
from tests.factories.cases import clerk, decide, draft_case, examine, fresh, seen
from tests.factories.snapshots import kept
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.send import send
from tracking.disclosure.models import Disclosure

SECRET = "平面图载有未公开的设备布局。"
OBJECTION = "营业面积是本公司尚未公开的经营信息，公开会损害竞争地位。"


@kept
def marked_draft(by: str = COMPANY) -> Disclosure:
    """The machine's draft of a grant whose applicant marked a material as a trade secret."""
    case = draft_case(by=by)
    place = f"material.{case.spec.materials[0].key}"
    claim(case.uid, case.applicant, places=[place], kind="trade_secret", reason=SECRET)
    handling = fresh(submit(case.uid, case.applicant, truth_stated=True).handlings.get())
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    decided = decide(examine(fresh(handling)))
    drafted = draft(decided.application.decision.uid)
    assert drafted is not None
    return drafted


@kept
def marked() -> Disclosure:
    """The same in review: its applicant is asked."""
    return sent_again(marked_draft())


def sent_again(disclosure: Disclosure, **words: str) -> Disclosure:
    said = {"grantee": disclosure.grantee, "content": disclosure.content, **words}
    return send(disclosure.uid, discloser(), seen=disclosure.version, **said)


def case_of(disclosure: Disclosure) -> Application:
    return Application.objects.select_related("applicant").get(uid=disclosure.application_uid)


def words_of(disclosure: Disclosure) -> PublicWords:
    return PublicWords.objects.get(application__uid=disclosure.application_uid)


def consents(disclosure: Disclosure, by: User | None = None, **changed: Any) -> Consultation:
    case = case_of(disclosure)
    said = {"seen": case.version, "words": words_of(disclosure).sm3, **changed}
    return consent(case.uid, by or case.applicant, **said)


def objects(disclosure: Disclosure, by: User | None = None, reason: str = OBJECTION) -> Consultation:
    case = case_of(disclosure)
    return object_to_publication(case.uid, by or case.applicant, seen=case.version, reason=reason)
