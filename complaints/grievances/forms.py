"""Shapes of what people and handlers write; who may do what is the rules' business."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from complaints.grievances.actions.file import Told
from complaints.grievances.models import Category, RefusalReason, Satisfaction
from hall.accounts.forms.asking import NamedForm
from hall.organisations.models import Department, Hall


class GrievanceForm(NamedForm):
    """A complaint or suggestion, with or without an account."""

    category = forms.ChoiceField(label=_("类别"), choices=Category.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("标题"), max_length=100, help_text=_("用一句话说明。"))
    content = forms.CharField(
        label=_("内容"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("请写明时间、地点、经过和您的要求，不超过1000个字。请勿填写国家秘密。"),
    )
    case_no = forms.CharField(
        label=_("相关办件编号"), max_length=50, required=False, help_text=_("与您的办件有关时填写，须先登录。")
    )
    accused_department = forms.ModelChoiceField(
        label=_("涉及的部门"), queryset=Department.objects.none(), required=False, empty_label=_("不清楚或不涉及部门")
    )
    accused_person = forms.CharField(label=_("涉及的工作人员"), max_length=100, required=False)
    name = forms.CharField(
        label=_("您的姓名或单位名称"),
        max_length=100,
        required=False,
        help_text=_("不填写就是匿名，承办人看不到您是谁。"),
    )
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, help_text=_("仅用于就本件与您联系，加密保存，不会公开。")
    )

    def __init__(self, *args: Any, hall: Hall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = Department.objects.filter(hall=hall)
        self.fields["accused_department"].queryset = departments  # type: ignore[attr-defined]

    def told(self) -> Told:
        return Told(**self.cleaned_data)


class LookUpForm(NamedForm):
    number = forms.CharField(label=_("受理编号"), max_length=30)
    code = forms.CharField(label=_("查询码"), max_length=20)


class RefusalForm(NamedForm):
    reason = forms.ChoiceField(label=_("不予受理的理由"), choices=[("", _("请选择")), *RefusalReason.choices])
    channel = forms.CharField(
        label=_("告知应当通过的渠道"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如行政复议、行政诉讼、信访、12388、12345，写明受理机关。"),
    )


class ReferralForm(NamedForm):
    to = forms.CharField(
        label=_("转送的机关"),
        max_length=200,
        initial=lambda: settings.HALL_ENFORCEMENT,
        help_text=_("有权查处的执法机关；提出人会看到。"),
    )


class AnswerForm(NamedForm):
    reply = forms.CharField(
        label=_("答复内容"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("请逐项答复，写明事实、处理结果和依据。"),
    )


class RatingForm(NamedForm):
    satisfaction = forms.TypedChoiceField(
        label=_("您对办理结果是否满意"), choices=Satisfaction.choices, coerce=int, widget=forms.RadioSelect
    )
    comment = forms.CharField(label=_("说明"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
