"""Accept, or end at intake (行政许可法 Art. 32 (1), (2), (5))."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.models import Handling
from applications.views.clerk.forms.base import DeedForm, words
from hall.catalogue.queries import Agency, agencies_offering


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
    offered_by = forms.ChoiceField(label=_("办理本事项的其他机关"), required=False)
    competent_agency = forms.CharField(
        label=_("应当向哪个机关申请"),
        max_length=120,
        required=False,
        help_text=_("上面没有列出的，请在这里填写机关全称。"),
    )
    competent_contact = forms.CharField(
        label=_("该机关的联系方式"),
        max_length=200,
        required=False,
        help_text=_("从上面选择的，不填即为该机关的咨询电话。"),
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        # Asked for only once the choice is drawn or checked.
        self.fields["offered_by"].choices = self._choices  # type: ignore[attr-defined]

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """Who else offers the item, by credit code."""
        own, item = self.handling.department.uscc, self.handling.application.offering.item_id
        return {one.uscc: one for one in agencies_offering(item) if one.uscc != own}

    def _choices(self) -> list[tuple[str, Any]]:
        return [("", _("（请选择，或者在下面填写）")), *((one.uscc, one.name) for one in self.agencies.values())]

    def clean(self) -> dict[str, Any]:
        written: dict[str, Any] = super().clean() or {}
        if not written.get("offered_by") and not written.get("competent_agency"):
            self.add_error("competent_agency", _("请填写有权办理的行政机关。"))
        return written

    def told(self) -> dict[str, Any]:
        written = super().told()
        # What somebody wrote themselves goes before what was picked.
        picked = self.agencies.get(written.pop("offered_by"))
        if picked and not written["competent_agency"]:
            written["competent_agency"] = picked.name
            written["competent_contact"] = written["competent_contact"] or picked.phone
        return written


class RefuseGapsForm(DeedForm):
    deed = "refuse_gaps"
    title = _("没有补正，不予受理")
    submit = _("作出不予受理决定")
    kind = "danger"
    note = _(
        "法律没有规定补正不来即终止。申请人逾期没有补正，或者说明不能补正的，可以书面说明理由作出不予受理决定；"
        "决定书载明没有补正的内容和救济途径。"
    )

    reason = words(_("理由"), help_text=_("写入不予受理决定书，申请人可以看到。"))


class RefuseFalseForm(DeedForm):
    deed = "refuse_false"
    title = _("隐瞒情况或者材料虚假，不予受理")
    submit = _("不予受理并给予警告")
    kind = "danger"
    note = _(
        "隐瞒有关情况或者提供虚假材料申请行政许可的，不予受理并给予警告；直接关系公共安全、人身健康、生命财产安全的事项，"
        "申请人一年内不得再次申请（《行政许可法》第七十八条）。作出前应当听取陈述和申辩。"
    )

    reason = words(_("查明的事实和证据"), help_text=_("写入不予受理决定书，申请人可以看到。"))
    heard = words(_("申请人的陈述和申辩"), rows=3, help_text=_("没有提出的，写明已告知、未提出。"))


class RefuseBarredForm(DeedForm):
    deed = "refuse_barred"
    title = _("限制期内再次申请，不予受理")
    submit = _("作出不予受理决定")
    kind = "danger"
    note = _("申请人在依法不得再次申请的期间内（《行政许可法》第七十八条、第七十九条），详见本页“再次申请的限制”。")

    reason = words(_("理由"), help_text=_("写入不予受理决定书，申请人可以看到。"))
