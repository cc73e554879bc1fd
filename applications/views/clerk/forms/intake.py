"""Accept, or end at intake (行政许可法 Art. 32 (1), (2), (5))."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.views.clerk.forms.base import DeedForm, words


class AcceptForm(DeedForm):
    deed = "accept"
    title = pgettext_lazy("deed", "受理")
    submit = pgettext_lazy("deed", "受理")
    note = _(
        "申请事项属于本机关职权范围，材料齐全、符合法定形式的，应当受理（《行政许可法》第三十二条）。"
        "受理后系统出具受理通知书。"
    )


class NotRequiredForm(DeedForm):
    deed = "not_required"
    title = _("告知不需要许可")
    submit = _("确认不需要许可并告知")
    kind = "danger"
    note = _("申请事项依法不需要取得行政许可的，应当即时告知申请人不受理，并出具书面凭证。")

    reason = words(_("理由"), help_text=_("写入不受理告知书，申请人可以看到。"))


class RefuseForm(DeedForm):
    deed = "refuse"
    title = pgettext_lazy("deed", "不予受理")
    submit = _("作出不予受理决定")
    kind = "danger"
    note = _(
        "申请事项依法不属于本机关职权范围的，应当即时作出不予受理的决定，"
        "并告知申请人向有关行政机关申请。决定书载明救济途径。"
    )

    reason = words(_("理由"), help_text=_("写入不予受理决定书，申请人可以看到。"))
    competent_agency = forms.CharField(
        label=_("应当向哪个机关申请"), max_length=120, error_messages={"required": _("请填写有权办理的行政机关。")}
    )
    competent_contact = forms.CharField(label=_("该机关的联系方式"), max_length=200, required=False)
