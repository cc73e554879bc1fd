"""The paper of a published disclosure (行政许可法 Art. 40; D-26), drafted by the deed of the case that owns it."""

from uuid import UUID

from django.db import transaction

from applications.actions.publish_decision import publish_decision, take_back_decision
from hall.actor import Actor
from tracking.disclosure.models import Disclosure
from tracking.register.telling import name_papers


@transaction.atomic
def issue_public_decision(uid: UUID, *, instead: Actor | None = None) -> None:
    """Draft D-26 in the words that were reviewed; asked twice it is one paper. Nothing where it was taken back since.

    ``instead`` is who corrected the words.
    """
    disclosure = _held(uid)
    if disclosure.record_uid is None:
        return
    paper = publish_decision(
        disclosure.decision_uid,
        grantee=disclosure.grantee,
        grantee_code=disclosure.grantee_code,
        document_name=disclosure.document_name,
        document_number=disclosure.document_number,
        content=disclosure.content,
        licence_name=disclosure.licence_name,
        licence_number=disclosure.licence_number,
        part_ground=disclosure.part_ground,
        instead=instead,
    )
    name_papers(disclosure.uid, decision_code=paper.verify_code)


@transaction.atomic
def void_public_decision(uid: UUID, *, by: Actor) -> None:
    """Nothing where it was published again since, with a paper of its own."""
    disclosure = _held(uid)
    if disclosure.record_uid is None:
        take_back_decision(disclosure.decision_uid, by=by)


def _held(uid: UUID) -> Disclosure:
    """Nobody corrects or takes back while the paper is drafted."""
    return Disclosure.objects.select_for_update(of=("self",)).get(uid=uid)
