"""Opinions: of the examiner, of the signer who returns a case, and of the agency that reports up (Art. 34, 35)."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.checklist import Answer
from applications.models import Finding, Handling
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no
from hall.catalogue.spec import said


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the check-list with its two inputs."""

    basis: str
    finding: BoundField
    remark: BoundField


class ReviewForm(DeedForm):
    deed = "review"
    template = "applications/clerk/deeds/review.html"
    title = _("出具审查意见")
    submit = _("提交审查意见")

    favourable = yes_or_no(_("审查结论"), _("符合条件"), _("不符合条件"))
    opinion = words(_("审查意见"), rows=6, help_text=_("请写明核对了什么、依据什么得出结论，不能只写“同意”。"))
    no_conflict = forms.BooleanField(
        label=_("我与本办件的申请事项和申请人没有利害关系，不需要回避。"),
        help_text=_("有利害关系的，请办理“声明回避”，由其他人员审查。"),
        error_messages={"required": _("请声明没有利害关系；有利害关系的，请声明回避。")},
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.checklist = handling.application.spec.checklist
        for point in self.checklist:
            text = said(point.text)
            self.fields[f"check-{point.key}"] = forms.ChoiceField(
                label=text,
                choices=Finding.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("请答复这一项审查要点。")},
            )
            self.fields[f"check-{point.key}-remark"] = forms.CharField(
                label=_("说明：%(about)s") % {"about": text},
                required=False,
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def points(self) -> list[Point]:
        return [
            Point(said(one.basis), self[f"check-{one.key}"], self[f"check-{one.key}-remark"])
            for one in self.checklist
        ]

    def opinions(self) -> list[BoundField]:
        """What is asked of every case, whatever its item."""
        return [self[name] for name in ("favourable", "opinion", "no_conflict")]

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        checks = [
            Answer(key=one.key, finding=written[f"check-{one.key}"], remark=written[f"check-{one.key}-remark"])
            for one in self.checklist
        ]
        return {name: written[name] for name in ("favourable", "opinion", "no_conflict")} | {"checks": checks}


class SendBackForm(DeedForm):
    deed = "send_back"
    title = pgettext_lazy("deed", "退回重新审查")
    submit = _("退回审查人员")
    kind = "secondary"
    note = _("退回给本部门的审查人员重新审查，不退给申请人，期限继续计算。")
    says = {"opinion": "reason"}

    reason = words(_("退回理由"))


class ReportUpForm(DeedForm):
    deed = "report_up"
    template = "applications/clerk/deeds/report_up.html"
    title = _("转报上级机关")
    submit = _("报送初步审查意见和全部材料")
    note = _("初步审查意见和全部申请材料直接报送上级机关，上级机关不得要求申请人重复提供（《行政许可法》第三十五条）。")

    favourable = yes_or_no(_("初步审查结论"), _("建议准予许可"), _("建议不予许可"))
    opinion = words(_("初步审查意见"), rows=6)
