"""A grant drafts its disclosure by itself (行政许可法 Art. 40), masked from the first row on.

Only when the paper of the grant is to be disclosed by its attribute (domain.md §8.1): the organ fixed that when it
drafted the paper, and nobody decides it a second time here.
"""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import override

from applications.deadlines import publish_by
from applications.documents.kinds import Attribute, Kind
from applications.models import Application, Decision, Licence, Paper
from applications.models.paper import PaperState
from hall.accounts.deeds import announce
from hall.catalogue.spec import said
from hall.clock import local_date
from hall.masking import mask_name
from hall.workdays.calendars import calendar_for
from tracking.disclosure.actions.consulting import show
from tracking.disclosure.events import DisclosureDrafted
from tracking.disclosure.masking import public_text
from tracking.disclosure.models import Disclosure


def draft(decision_uid: UUID) -> Disclosure | None:
    """The disclosure of this decision, drafted now if there was none; nothing when it is not to be disclosed."""
    decision = Decision.objects.select_related("application", "handling__hall", "handling__department").get(
        uid=decision_uid
    )
    known = Disclosure.objects.filter(application_uid=decision.application.uid)
    paper = _paper(decision)
    if not decision.granted or paper is None or paper.disclosure_attr != Attribute.ACTIVE:
        return None
    try:
        with transaction.atomic():
            return known.first() or _draft(decision, paper)
    except IntegrityError:
        # Another worker was quicker.
        return known.get()


# What a grant is told in: D-11, and for a licence there is D-24 and D-25.
_DECISIONS = [Kind.GRANT, Kind.CHANGE, Kind.RENEWAL]


def _paper(decision: Decision) -> Paper | None:
    papers = Paper.objects.filter(handling=decision.handling, kind__in=_DECISIONS).exclude(state=PaperState.VOIDED)
    return papers.order_by("-id").first()


def _draft(decision: Decision, paper: Paper) -> Disclosure:
    application, handling = decision.application, decision.handling
    decided_on = local_date(decision.decided_at)
    person = application.applicant_kind == "person"
    # The register speaks Chinese, whatever language the clerk who decided reads.
    with override("zh-hans"):
        disclosure = Disclosure(
            # Art. 24: whoever handled it by entrustment did so in the name of the issuer.
            hall=handling.issuer.hall,
            department=handling.issuer,
            application_uid=application.uid,
            decision_uid=decision.uid,
            item_name=said(application.spec.name),
            grantee=mask_name(application.applicant_name) if person else application.applicant_name,
            grantee_is_person=person,
            grantee_code="" if person else application.applicant_code,
            document_name=paper.title,
            document_number=paper.number,
            content=_public(decision),
            decided_on=decided_on,
            valid_from=decision.valid_from,
            valid_to=decision.valid_to,
            due=publish_by(decided_on, calendar_for(handling.hall.code)).due,
            signer_uid=decision.signed_by_uid,
        )
    _take_licence(disclosure, application)
    announce(disclosure, DisclosureDrafted(), by=None)
    show(disclosure)
    return disclosure


def _public(decision: Decision) -> str:
    application = decision.application
    person = application.applicant_name if application.applicant_kind == "person" else ""
    return public_text(decision.content, person=person)


def rewritten_from(decision: Decision, disclosure: Disclosure) -> None:
    """Put the corrected words and the new number into a draft; the caller saves."""
    paper = _paper(decision)
    disclosure.document_number = paper.number if paper else disclosure.document_number
    disclosure.content = _public(decision)
    disclosure.valid_from, disclosure.valid_to = decision.valid_from, decision.valid_to


def _take_licence(disclosure: Disclosure, application: Application) -> None:
    """The certificate may be there already when the worker comes late."""
    licence = Licence.objects.filter(entries__application=application).first()
    if licence:
        disclosure.licence_name, disclosure.licence_number = licence.name, licence.number
