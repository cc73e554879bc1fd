"""The life of a licence and the only ways between its states (行政许可法 Art. 8, 9, 49, 50, 69, 70; domain.md §1.3).

A transition checks and stamps, nothing more: papers, register, reminders and news are the deed's.
"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class LicenceState(models.TextChoices):
    VALID = "valid", _("有效")
    SUSPENDED = "suspended", _("暂停")
    EXPIRED = "expired", _("已失效")
    WITHDRAWN = "withdrawn", _("已撤回")
    REVOKED = "revoked", _("已撤销")
    CANCELLED = "cancelled", _("已注销")
    TRANSFERRED = "transferred", _("已转让")


IN_FORCE = [LicenceState.VALID, LicenceState.SUSPENDED]
# Art. 70: what has ended in another way is struck off as well.
STRIKEABLE = [*IN_FORCE, LicenceState.EXPIRED, LicenceState.WITHDRAWN, LicenceState.REVOKED]


class LicenceLifecycle(ConcurrentTransitionMixin, models.Model):
    """``valid_to`` empty means no end."""

    state = FSMField(choices=LicenceState.choices, default=LicenceState.VALID, protected=True)
    valid_to = models.DateField(null=True)

    class Meta:
        abstract = True

    @moves(LicenceState.VALID, LicenceState.VALID, _("延续"), field=state)
    def renew(self, until: date | None) -> None:
        self.valid_to = until

    @moves(IN_FORCE, LicenceState.VALID, _("视为准予延续"), field=state)
    def renew_by_silence(self, until: date | None) -> None:
        self.valid_to = until

    @moves(LicenceState.VALID, LicenceState.VALID, _("变更"), field=state)
    def change(self) -> None:
        pass

    @moves(LicenceState.VALID, LicenceState.VALID, _("补发"), field=state)
    def replace(self) -> None:
        pass

    @moves(LicenceState.VALID, LicenceState.TRANSFERRED, _("转让"), field=state)
    def convey(self) -> None:
        pass

    @moves(LicenceState.VALID, LicenceState.SUSPENDED, _("暂停"), field=state)
    def suspend(self) -> None:
        pass

    @moves(LicenceState.SUSPENDED, LicenceState.VALID, _("恢复"), field=state)
    def resume(self) -> None:
        pass

    @moves(IN_FORCE, LicenceState.EXPIRED, _("期满失效"), field=state)
    def expire(self) -> None:
        pass

    @moves(IN_FORCE, LicenceState.WITHDRAWN, _("撤回"), field=state)
    def withdraw(self) -> None:
        pass

    @moves(IN_FORCE, LicenceState.REVOKED, _("撤销"), field=state)
    def revoke(self) -> None:
        pass

    @moves(STRIKEABLE, LicenceState.CANCELLED, _("注销"), field=state)
    def cancel(self) -> None:
        pass
