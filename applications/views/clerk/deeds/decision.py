"""Decision, certificate and delivery (行政许可法 Art. 37-39, 44)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.correct_decision import correct_decision
from applications.actions.decide import deny, grant
from applications.actions.deliver import deliver
from applications.actions.draft_decision import draft_decision
from applications.actions.issue import issue
from applications.actions.serve_correction import serve_correction
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.service import ServeCorrectionForm

DEEDS = (
    Deed(forms.GrantForm, grant, _("已作出准予许可决定。决定书正在生成。")),
    Deed(forms.DraftForm, draft_decision, _("决定书草稿已保存，请核对预览。")),
    Deed(forms.CorrectDecisionForm, correct_decision, _("决定书已更正，正在按新编号重新制作。")),
    Deed(ServeCorrectionForm, serve_correction, _("已送达更正后的决定书。送达回证正在生成。")),
    Deed(forms.DenyForm, deny, _("已作出不予许可决定。决定书正在生成。")),
    Deed(forms.IssueForm, issue, _("证件已制作，正在印制和签章。")),
    Deed(forms.DeliverForm, deliver, _("已送达。送达回证正在生成。")),
)
