"""Examination and reporting up (行政许可法 Art. 34, 35)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.explain_overrun import explain_overrun
from applications.actions.inspect import record_inspection
from applications.actions.report_up import report_up
from applications.actions.review import review, send_back
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (
    Deed(forms.ReviewForm, review, _("审查意见已提交，办件进入下一环节。")),
    Deed(forms.InspectionForm, record_inspection, _("核查笔录已记录，正在生成。")),
    Deed(forms.ReportUpForm, report_up, _("初步审查意见和全部材料已报送上级机关。")),
    Deed(forms.SendBackForm, send_back, _("已退回审查人员重新审查。")),
    Deed(forms.ExplainOverrunForm, explain_overrun, _("超期原因已公开说明。")),
)
