"""An address for each deed. The page offers only what is lawful now; the deed itself decides."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.decide import deny, grant
from applications.actions.deliver import deliver
from applications.actions.explain_overrun import explain_overrun
from applications.actions.issue import issue
from applications.actions.refuse import find_not_required, refuse
from applications.actions.report_up import report_up
from applications.actions.review import review, send_back
from applications.views.clerk import forms

Deed = Callable[..., Any]

FORMS: dict[str, type[forms.DeedForm]] = {
    form.deed: form
    for form in (
        forms.AcceptForm,
        forms.CorrectForm,
        forms.NotRequiredForm,
        forms.RefuseForm,
        forms.ReviewForm,
        forms.ReportUpForm,
        forms.GrantForm,
        forms.DenyForm,
        forms.SendBackForm,
        forms.IssueForm,
        forms.DeliverForm,
        forms.ExplainOverrunForm,
    )
}
DEEDS: dict[str, tuple[Deed, Any]] = {
    "accept": (accept, _("已受理。受理通知书正在生成，申请人可以在网上查看。")),
    "correct": (ask_correction, _("已一次性告知补正。补正告知书正在生成，等待申请人提交补正材料。")),
    "not_required": (find_not_required, _("已告知申请人不需要取得许可。告知书正在生成。")),
    "refuse": (refuse, _("已作出不予受理决定。决定书正在生成。")),
    "review": (review, _("审查意见已提交，办件进入下一环节。")),
    "report_up": (report_up, _("初步审查意见和全部材料已报送上级机关。")),
    "grant": (grant, _("已作出准予许可决定。决定书正在生成。")),
    "deny": (deny, _("已作出不予许可决定。决定书正在生成。")),
    "send_back": (send_back, _("已退回审查人员重新审查。")),
    "issue": (issue, _("证件已制作，正在印制和签章。")),
    "deliver": (deliver, _("已送达。送达回证正在生成。")),
    "explain_overrun": (explain_overrun, _("超期原因已公开说明。")),
}
