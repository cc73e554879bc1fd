"""The clock: suspension, resumption, extension, testers (行政许可法 Art. 42, 45, 55)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.assign_testers import assign_testers
from applications.actions.extend import answer_extension, propose_extension
from applications.actions.resume import resume
from applications.actions.suspend import answer_suspension, propose_suspension
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms import clock as forms

DEEDS = (
    Deed(forms.AnswerSuspensionForm, answer_suspension, _("审批意见已提交。同意的，特别程序告知书正在生成。")),
    Deed(forms.AnswerExtensionForm, answer_extension, _("审批意见已提交。同意的，延期办理告知书正在生成。")),
    Deed(forms.ResumeForm, resume, _("结果已登记，恢复计时。")),
    Deed(forms.ProposeSuspensionForm, propose_suspension, _("已提请审批。批准并书面告知申请人以后才暂停计时。")),
    Deed(forms.ProposeExtensionForm, propose_extension, _("已提请审批。")),
    Deed(forms.AssignTestersForm, assign_testers, _("已指派。")),
)
