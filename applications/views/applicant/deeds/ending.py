"""Withdrawing one's application (domain.md §1.3)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.withdraw import withdraw
from applications.forms.deed import words
from applications.views.applicant.deeds.deed import OwnDeed
from applications.views.applicant.forms import OwnDeedForm


class WithdrawForm(OwnDeedForm):
    deed = "withdraw"
    title = _("撤回申请")
    submit = _("撤回申请")
    kind = "danger"
    note = _("在作出决定之前可以撤回申请。撤回后本办件终止办理，不能恢复；您可以随时重新申请。")

    reason = words(_("撤回理由"), rows=3, help_text=_("写入撤回申请确认书。"))
    confirmed = forms.BooleanField(
        label=_("我确认撤回这份申请，知道撤回后不能恢复"), error_messages={"required": _("请勾选确认。")}
    )


DEEDS = (OwnDeed(WithdrawForm, withdraw, _("申请已撤回。撤回申请确认书正在生成。")),)
