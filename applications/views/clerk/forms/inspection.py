"""The record of an inspection (行政许可法 Art. 34): who went, what they saw, who confirmed it, and the photographs."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.exhibits import KINDS
from applications.forms.files import FilesField
from applications.models import Confirmation, Handling
from applications.queries.officers import officers_of
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no


class InspectionForm(DeedForm):
    deed = "inspect"
    template = "applications/clerk/deeds/with_files.html"
    title = _("记录核查")
    submit = _("保存核查笔录")
    kind = "secondary"
    note = _(
        "需要对申请材料的实质内容进行核实的，应当指派两名以上工作人员进行核查（《行政许可法》第三十四条）。"
        "核查时出示执法证件。保存后系统出具核查（勘验）笔录，核查时间不停止计算办理期限。"
    )

    held_at = forms.DateTimeField(
        label=_("核查时间"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("请填写核查时间。"), "invalid": _("请填写日期和时间。")},
    )
    place = forms.CharField(label=_("核查地点"), max_length=200, error_messages={"required": _("请填写。")})
    officers = forms.TypedMultipleChoiceField(
        label=_("核查人员"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("本部门有执法证号的人员，至少两名。参加核查的人员不能签发本办件。"),
        error_messages={"required": _("请选择至少两名核查人员。")},
    )
    facts = words(_("查明的情况"), rows=6)
    meets = yes_or_no(_("核查结论"), _("符合要求"), _("不符合要求"))
    result = words(_("结论说明"), rows=2)
    confirmation = forms.ChoiceField(
        label=_("被核查人确认"), choices=Confirmation.choices, widget=forms.RadioSelect,
        error_messages={"required": _("请选择。")},
    )
    confirmed_by = forms.CharField(
        label=_("在场人员"), max_length=100, required=False, help_text=_("申请人一方在场人员的姓名和职务。")
    )
    remark = words(_("异议或者没有签字的情况"), rows=2, required=False)
    photographs = FilesField(
        label=_("照片和其他附件"), accept=KINDS, required=False,
        help_text=_("可上传 JPG、PNG、PDF，一次最多20个，每个不超过10 MB。"),
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        officers = officers_of(handling)
        self.fields["officers"].choices = [  # type: ignore[attr-defined]
            (str(one.uid), f"{one.name} {one.enforcement_no}") for one in officers
        ]
