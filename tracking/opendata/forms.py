"""What a reader narrows an export by, and what assessors and reviewers write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.asking import ask_by_name
from tracking.opendata.models import Format
from tracking.opendata.reading import Chosen
from tracking.register.models import RecordStatus


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class ChosenForm(forms.Form):
    decided_from = _day(_("决定日期自"))
    decided_to = _day(_("决定日期至"))
    department = forms.CharField(label=_("许可机关"), required=False, max_length=100)
    status = forms.ChoiceField(label=_("当前状态"), required=False, choices=[("", _("全部")), *RecordStatus.choices])

    def chosen(self) -> Chosen:
        names = ("decided_from", "decided_to", "department", "status")
        return Chosen(**{name: self.cleaned_data[name] for name in names})


class ExportForm(ChosenForm):
    """``after`` is where an export that broke off goes on: the identifier of the last whole row."""

    format = forms.ChoiceField(label=_("格式"), choices=Format.choices)


class AssessmentForm(forms.Form):
    assessment = forms.CharField(
        label=_("汇聚风险评估"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("整批开放后，从数量、分布、时间、对象中能推出哪些单条记录看不出的内容，为何可以开放。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)


class RemarkForm(forms.Form):
    remark = forms.CharField(label=_("审查意见"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}))


class NothingForm(forms.Form):
    pass
