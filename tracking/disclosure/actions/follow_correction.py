"""A decision's wording was corrected: its disclosure must not show the old one (domain.md §8.2).

What is not published yet is written anew and checked and approved again by others. What is published stays as it was
reviewed, and its page tells the discloser that its document was replaced.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.models import Decision
from hall.accounts.deeds import announce
from hall.review.actions import void_review
from tracking.disclosure.actions.consulting import show
from tracking.disclosure.actions.draft import rewritten_from
from tracking.disclosure.actions.judge import review_under_way
from tracking.disclosure.events import DocumentReplaced
from tracking.disclosure.lifecycle import JUDGED, OPEN
from tracking.disclosure.models import Disclosure


@transaction.atomic
def follow_correction(decision_uid: UUID) -> None:
    """Nothing where the decision is not disclosed."""
    held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall", "department")
    disclosure = held.filter(decision_uid=decision_uid).first()
    if disclosure is None:
        return
    if disclosure.state in OPEN:
        if disclosure.state in JUDGED:
            disclosure.return_to_drafter()
            void_review(review_under_way(disclosure), _replaced())
        decision = Decision.objects.select_related("application", "handling").get(uid=decision_uid)
        rewritten_from(decision, disclosure)
        show(disclosure)
    announce(disclosure, DocumentReplaced(), by=None)


@override("zh-hans")
def _replaced() -> str:
    return _("决定书已更正，公示内容已照更正后的决定重新起草。")
