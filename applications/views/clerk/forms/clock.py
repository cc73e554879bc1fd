"""Stopping, resuming and extending the clock (行政许可法 Art. 42, 45), and naming who tests (Art. 55)."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from applications.actions.suspend import MOST_DAYS, procedures_of
from applications.models import Handling, Suspension
from applications.queries.desk.offers.clock import resumable
from applications.rules import extension_allowed, testers_for
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no

_PICK = {"required": _("请选择。"), "invalid_choice": _("请选择列出的一项。")}
_WORKDAYS = _("%(name)s，%(days)d个工作日")


def _one_of(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, error_messages=_PICK)


def _days(label: Any, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=most, error_messages={"required": _("请填写。")})


def _line(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, help_text=help_text, error_messages={"required": _("请填写。")}
    )


class ProposeSuspensionForm(DeedForm):
    deed = "propose_suspension"
    title = _("提请启动特别程序")
    submit = _("提请审批")
    kind = "secondary"
    note = _(
        "只有听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审和本事项依法规定的程序不计入期限（《行政许可法》第四十五条）；"
        "现场踏勘、征求意见、公示不停止计算。批准并书面告知申请人之日起暂停计时。"
    )

    procedure = _one_of(_("特别程序"))
    reason = words(_("启动理由"), rows=3, help_text=_("写入特别程序告知书，申请人可以看到。"))
    days = _days(_("预计需要的工作日"), MOST_DAYS)
    performer = _line(_("由谁进行"))
    fee_bearer = _line(_("费用由谁承担"), _("没有法律、行政法规依据的，由行政机关承担。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        found = procedures_of(handling.application.spec)
        self.fields["procedure"].choices = [(one.key, one.name) for one in found]  # type: ignore[attr-defined]


class AnswerSuspensionForm(DeedForm):
    deed = "answer_suspension"
    title = _("审批特别程序")
    submit = _("提交审批意见")
    note = _("同意的，系统当日出具特别程序告知书，自当日起暂停计时。")

    suspension = _one_of(_("特别程序"))
    granted = yes_or_no(_("审批意见"), _("同意，书面告知申请人并暂停计时"), _("不同意"))
    why = words(_("不同意的理由"), rows=2, required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        _offer(self, handling.suspensions.filter(answered_at=None))


class ResumeForm(DeedForm):
    deed = "resume"
    title = _("登记特别程序的结果")
    submit = _("结束特别程序，恢复计时")
    note = _("结束日期是得出结果的日期，自次日起恢复计时。")

    suspension = _one_of(_("特别程序"))
    result = words(_("结果"), rows=3)
    ended_on = forms.DateField(
        label=_("结束日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("不填为今天。"),
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        _offer(self, resumable(handling))


def _offer(form: DeedForm, suspensions: Any) -> None:
    found: list[Suspension] = list(suspensions)
    label = [(str(one.uid), _WORKDAYS % {"name": one.name, "days": one.estimated_days}) for one in found]
    form.fields["suspension"].choices = label  # type: ignore[attr-defined]
    if len(found) == 1:
        form.initial["suspension"] = str(found[0].uid)


class ProposeExtensionForm(DeedForm):
    deed = "propose_extension"
    title = _("提请延期")
    submit = _("提请审批")
    kind = "secondary"
    note = _("在法定期限届满以前，经机关负责人批准，可以延期一次，并将理由告知申请人（《行政许可法》第四十二条）。")

    days = _days(_("延长的天数"), 3650)
    reason = words(_("延期的理由"), rows=3, help_text=_("写入延期办理告知书，申请人可以看到。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        most = extension_allowed(handling)
        told = ngettext_lazy("最多%(most)d日，单位与法定期限相同。", "最多%(most)d日，单位与法定期限相同。", most)
        self.fields["days"].help_text = told % {"most": most}
        self.initial["days"] = most


class AnswerExtensionForm(DeedForm):
    deed = "answer_extension"
    title = _("审批延期")
    submit = _("提交审批意见")
    template = "applications/clerk/deeds/answer_extension.html"
    note = _("同意的，系统当日出具延期办理告知书，告知申请人延期的理由。")

    granted = yes_or_no(_("审批意见"), _("同意延期"), _("不同意"))
    why = words(_("不同意的理由"), rows=2, required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.asked = handling.extensions.filter(answered_at=None).first()


class AssignTestersForm(DeedForm):
    deed = "assign_testers"
    title = _("指派检验、检测、检疫人员")
    submit = _("指派")
    kind = "secondary"
    note = _("自受理之日起五个工作日内指派两名以上工作人员（《行政许可法》第五十五条）。")

    testers = forms.MultipleChoiceField(
        label=_("人员"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("请选择两名以上工作人员。")}
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        found = testers_for(handling).order_by("name").values_list("uid", "name")
        self.fields["testers"].choices = [(str(uid), name) for uid, name in found]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        return {"testers": [UUID(uid) for uid in self.cleaned_data["testers"]]}
