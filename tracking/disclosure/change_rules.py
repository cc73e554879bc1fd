"""Who judges a change to what is published: another than whoever proposed it (条例 Art. 17; 保密法 Art. 35).

Its approval is for whoever approves a first publication, under the same bar.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import User
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.rules import approving_bar, reviewing_bar


def change_bar(user: User, change: ProposedChange) -> Promise | None:
    """Why this person may not judge it where it lies now: in review, or before whoever approves."""
    asked = approving_bar if change.state == ChangeState.APPROVING else reviewing_bar
    if bar := asked(user, change.disclosure):
        return bar
    if user.uid == change.proposed_by_uid:
        return _("这项变更由您提出，请由他人审查。")
    return None
