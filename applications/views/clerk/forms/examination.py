"""Opinions: of the examiner, of the signer who returns a case, and of the agency that reports up (Art. 34, 35)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.views.clerk.forms.base import DeedForm, words, yes_or_no


class ReviewForm(DeedForm):
    deed = "review"
    title = _("出具审查意见")
    submit = _("提交审查意见")

    favourable = yes_or_no(_("审查结论"), _("符合条件"), _("不符合条件"))
    opinion = words(_("审查意见"), rows=6, help_text=_("请写明核对了什么、依据什么得出结论，不能只写“同意”。"))


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
