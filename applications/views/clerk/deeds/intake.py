"""Intake (行政许可法 Art. 32, 78)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.accept import accept
from applications.actions.bars import lift_bar
from applications.actions.correct import ask_correction, repeat_correction
from applications.actions.refuse import find_not_required, refuse, refuse_barred, refuse_false, refuse_gaps
from applications.actions.spot_correct import open_on_spot
from applications.actions.widen import answer_widening, ask_widening
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

_REFUSED = _("已作出不予受理决定。决定书正在生成。")

DEEDS = (
    Deed(forms.AcceptForm, accept, _("已受理。受理通知书正在生成，申请人可以在网上查看。")),
    Deed(forms.CorrectForm, ask_correction, _("已一次性告知补正。补正告知书正在生成，等待申请人提交补正材料。")),
    Deed(forms.RepeatForm, repeat_correction, _("已再次告知尚未补正的项目，等待申请人提交补正材料。")),
    Deed(forms.WidenForm, ask_widening, _("已报监督人员审核。受理期限继续计算。")),
    Deed(forms.AnswerWideningForm, answer_widening, _("审核意见已提交。")),
    Deed(forms.SpotForm, open_on_spot, _("已开放给申请人，今天内可以更正。")),
    Deed(forms.NotRequiredForm, find_not_required, _("已告知申请人不需要取得许可。告知书正在生成。")),
    Deed(forms.RefuseForm, refuse, _REFUSED),
    Deed(forms.RefuseGapsForm, refuse_gaps, _REFUSED),
    Deed(forms.RefuseFalseForm, refuse_false, _REFUSED),
    Deed(forms.RefuseBarredForm, refuse_barred, _REFUSED),
    Deed(forms.LiftBarForm, lift_bar, _("再次申请的限制已经解除。")),
)
