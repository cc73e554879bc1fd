"""Certificate, service, and the two deeds that stand beside the flow."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.documents.builders import Mode
from applications.models import Handling
from applications.views.clerk.forms.base import DeedForm, words


class IssueForm(DeedForm):
    deed = "issue"
    title = pgettext_lazy("deed", "制作证件")
    submit = pgettext_lazy("deed", "制作证件")
    note = _("证件编号和电子证照标识由系统生成，证件由系统印制并签章。编号一经使用不再重复。")


class DeliverForm(DeedForm):
    deed = "deliver"
    title = pgettext_lazy("deed", "送达")
    submit = pgettext_lazy("deed", "送达")
    note = _("自作出决定之日起十个工作日内送达（《行政许可法》第四十四条）。送达后系统出具送达回证。")

    mode = forms.ChoiceField(label=_("送达方式"), choices=Mode.choices, initial=Mode.ELECTRONIC)
    received_by = forms.CharField(
        label=_("收件人"), max_length=100, required=False, help_text=_("现场送达和代理人签收必须填写签收的人。")
    )
    place = forms.CharField(
        label=_("送达地点"),
        max_length=200,
        required=False,
        help_text=_("邮寄、公告和留置送达必须填写；电子送达不用填写。"),
    )
    receipt = forms.CharField(
        label=_("邮件号码"), max_length=60, required=False, help_text=_("邮寄送达必须填写。")
    )
    witness = forms.CharField(
        label=_("见证人"), max_length=100, required=False, help_text=_("留置送达必须填写。")
    )
    remark = words(
        _("送达说明"), rows=2, required=False, help_text=_("公告的原因、代理人的授权或者拒收的情况。")
    )

    def told(self) -> dict[str, Any]:
        return super().told() | {"mode": Mode(self.cleaned_data["mode"])}


class ServeCorrectionForm(DeliverForm):
    deed = "serve_correction"
    title = _("送达更正后的决定书")
    submit = _("送达更正后的决定书")
    note = _("原决定书已经送达的，更正后的决定书应当再次送达。送达后系统出具送达回证。")


class ExplainOverrunForm(DeedForm):
    deed = "explain_overrun"
    title = pgettext_lazy("deed", "公开说明超期原因")
    submit = _("公开说明")
    kind = "secondary"
    note = _("超过承诺期限的，应当公开说明原因（《优化营商环境条例》第三十六条）。申请人和公众都能看到。")
    says = {"opinion": "reason"}

    reason = words(_("超期原因"))


class WithdrawForm(DeedForm):
    """One for each material of the page, so its ids carry the material."""

    deed = "withdraw_material"
    title = _("停止流转")
    submit = _("确认停止流转")
    kind = "danger"
    says = {"opinion": "reason"}

    reason = words(_("停止流转的理由"), rows=2)

    def __init__(self, handling: Handling, material: UUID, data: Any = None) -> None:
        super().__init__(handling, data)
        self.material = material
        self.auto_id = f"withdraw-{material}-%s"
