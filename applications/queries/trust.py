"""Whether an applicant may promise: not after a false promise, nor with an unrepaired bad record (domain.md §1.5)."""

from django.utils.translation import gettext as _

from applications.credit import unrepaired_record
from applications.models import Commitment
from applications.models.commitment import Verified
from hall.accounts.models import User
from hall.crypto import blind_index


def code_of(user: User) -> str:
    return user.uscc or user.id_number


def broke_a_promise(user: User) -> bool:
    """By number, not by account: a second account is no clean record."""
    broken = Commitment.objects.filter(result=Verified.FALSE, repaired_at=None)
    return broken.filter(broken_by_index=blind_index(code_of(user))).exists()


def distrust(user: User) -> str:
    """Why this applicant may not promise now, in words for them; empty when they may. Raises CreditAway.

    Ask it before a case is locked: the register is outside.
    """
    if broke_a_promise(user):
        return _("您以前作出的承诺经核查不实，在信用修复以前不适用告知承诺和容缺后补，请提交材料。")
    if record := unrepaired_record(code_of(user)):
        words = {"record": record}
        return _("%(record)s，在信用修复以前不适用告知承诺和容缺后补，请提交材料。") % words
    return ""
