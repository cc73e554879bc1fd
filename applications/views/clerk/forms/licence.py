"""What the issuing agency writes when it acts on a licence (行政许可法 Art. 8, 69, 70)."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.cancelling import CancellationGround
from applications.actions.take_licence import RevocationGround, WithdrawalGround
from applications.forms.deed import VersionedForm, words
from applications.models import Licence


class LicenceForm(VersionedForm):
    """One deed about ``licence``."""

    grounds: ClassVar[Any] = None
    reason = words(_("事实和理由"))

    def __init__(self, licence: Licence, data: Any = None, files: Any = None) -> None:
        super().__init__(lambda: licence.version, data, files)
        self.licence = licence

    def told(self) -> dict[str, Any]:
        told = super().told()
        return told | ({"ground": self.grounds(told["ground"])} if self.grounds else {})


class SuspendLicenceForm(LicenceForm):
    deed = "suspend"
    title = pgettext_lazy("deed", "暂停许可证件")
    submit = _("暂停")
    kind = "secondary"


class ResumeLicenceForm(LicenceForm):
    deed = "resume"
    title = pgettext_lazy("deed", "恢复许可证件")
    submit = _("恢复")


class WithdrawLicenceForm(LicenceForm):
    deed = "withdraw"
    title = pgettext_lazy("deed", "撤回许可")
    submit = _("作出撤回决定")
    kind = "danger"
    note = _("为了公共利益的需要可以撤回；由此造成财产损失的，应当依法给予补偿（《行政许可法》第八条）。")
    grounds = WithdrawalGround

    ground = forms.ChoiceField(label=_("理由"), choices=WithdrawalGround.choices)
    heard = words(_("听取陈述申辩的情况"))
    compensation = words(_("补偿"))


class RevokeLicenceForm(LicenceForm):
    deed = "revoke"
    title = pgettext_lazy("deed", "撤销许可")
    submit = _("作出撤销决定")
    kind = "danger"
    note = _("可能对公共利益造成重大损害的，不予撤销；以欺骗、贿赂取得的，应当撤销（《行政许可法》第六十九条）。")
    grounds = RevocationGround

    ground = forms.ChoiceField(label=_("理由"), choices=RevocationGround.choices)
    heard = words(_("听取陈述申辩的情况"))
    compensation = words(
        _("赔偿"), required=False, help_text=_("行政机关的过错造成损失的，应当依法赔偿；以欺骗、贿赂取得的不填。")
    )


class CancelLicenceForm(LicenceForm):
    deed = "cancel"
    title = pgettext_lazy("deed", "注销许可")
    submit = _("注销")
    kind = "danger"
    note = _("有法律规定的六种情形之一的，应当依法办理注销手续（《行政许可法》第七十条）。")
    grounds = CancellationGround

    ground = forms.ChoiceField(label=_("理由"), choices=CancellationGround.choices)
    basis = words(
        _("依据"),
        rows=2,
        required=False,
        help_text=_("死亡、终止的证明，吊销决定书的机关和文号，或者法律、法规的条文；期满、撤回、撤销的不用填。"),
    )
