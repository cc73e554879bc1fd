"""Raising an account's real-name level after an outside proof."""

from django.db import transaction
from django.utils.translation import gettext as _

from hall.accounts.identity import IdentityProvider
from hall.accounts.models import Kind, RealNameLevel, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.errors import NotAllowed


@transaction.atomic
def raise_level(user: User, level: RealNameLevel, provider: IdentityProvider, *, hall_code: str) -> None:
    """Never beyond what the provider proves, and never downwards."""
    if level > provider.level:
        raise NotAllowed(_("这种认证方式达不到所需的实名等级。"))
    if user.kind == Kind.STAFF:
        raise NotAllowed(_("工作人员账号由单位管理，不在这里认证。"))
    held = User.objects.select_for_update().get(pk=user.pk)
    if held.real_name_level >= level:
        return
    user.real_name_level, user.real_name_by = level, provider.key
    user.save(update_fields=["real_name_level", "real_name_by"])
    record(
        "account.level_raised",
        actor=actor_of(user),
        hall_code=hall_code,
        subject_uid=user.uid,
        changes={"real_name_level": str(int(level)), "real_name_by": provider.key},
    )
