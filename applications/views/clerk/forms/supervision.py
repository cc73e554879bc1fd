"""What a supervisor writes of a case, and what its agency answers (行政许可法 Art. 60, 72)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.documents.builders import OrderKind
from applications.views.clerk.forms.base import DeedForm, words


class SuperviseForm(DeedForm):
    deed = "supervise"
    title = pgettext_lazy("deed", "督办")
    submit = _("发出监督文书")
    kind = "secondary"
    note = _("监督文书发给承办部门负责人，限期书面答复；逾期不答复的，记为效能监督事件。申请人看不到文书内容。")

    manner = forms.ChoiceField(label=_("文书种类"), choices=OrderKind.choices)
    found = words(_("发现的情况"))
    requirement = words(_("要求或者建议"))
    days = forms.IntegerField(label=_("答复期限（工作日）"), min_value=1, max_value=60, initial=5)

    def told(self) -> dict[str, Any]:
        told = super().told()
        return told | {"kind": OrderKind(told.pop("manner"))}


class AnswerSupervisionForm(DeedForm):
    deed = "answer_supervision"
    title = pgettext_lazy("deed", "答复督办")
    submit = _("提交答复")

    answer = words(_("办理情况和答复"))
