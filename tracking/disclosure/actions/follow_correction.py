"""A decision's wording was corrected: its disclosure must not show the old one (domain.md §8.2).

What is not published yet is written anew and checked again by the second person. What is published stays as it was
reviewed, and its page tells the discloser that its document was replaced.
"""

from uuid import UUID

from django.db import transaction

from applications.models import Decision
from hall.accounts.deeds import announce
from tracking.disclosure.actions.consulting import show
from tracking.disclosure.actions.draft import rewritten_from
from tracking.disclosure.events import DocumentReplaced
from tracking.disclosure.lifecycle import OPEN, DisclosureState
from tracking.disclosure.models import Disclosure


@transaction.atomic
def follow_correction(decision_uid: UUID) -> None:
    """Nothing where the decision is not disclosed."""
    held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall", "department")
    disclosure = held.filter(decision_uid=decision_uid).first()
    if disclosure is None:
        return
    if disclosure.state in OPEN:
        if disclosure.state == DisclosureState.REVIEWING:
            disclosure.return_to_drafter()
        decision = Decision.objects.select_related("application", "handling").get(uid=decision_uid)
        rewritten_from(decision, disclosure)
        show(disclosure)
    announce(disclosure, DocumentReplaced(), by=None)
