"""The paper of a published disclosure (行政许可法 Art. 40; D-26), drafted by the deed of the case that owns it."""

from uuid import UUID

from applications.actions.publish_decision import publish_decision
from applications.models import Paper
from tracking.disclosure.models import Disclosure


def issue_public_decision(uid: UUID) -> Paper:
    """Draft D-26 in the words that were reviewed; asked twice it is one paper."""
    disclosure = Disclosure.objects.get(uid=uid)
    return publish_decision(
        disclosure.decision_uid,
        grantee=disclosure.grantee,
        grantee_code=disclosure.grantee_code,
        document_name=disclosure.document_name,
        document_number=disclosure.document_number,
        content=disclosure.content,
        licence_name=disclosure.licence_name,
        licence_number=disclosure.licence_number,
    )
