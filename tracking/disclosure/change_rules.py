"""Who judges a change to what is published: another than whoever proposed it (条例 Art. 17; 保密法 Art. 35)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import User
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.rules import reviewing_bar


def change_bar(user: User, change: ProposedChange) -> Promise | None:
    """Why this person may not judge it."""
    if bar := reviewing_bar(user, change.disclosure):
        return bar
    if user.uid == change.proposed_by_uid:
        return _("这项变更由您提出，请由他人审查。")
    return None
