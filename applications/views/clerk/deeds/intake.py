"""Intake (行政许可法 Art. 32)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.refuse import find_not_required, refuse
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (
    Deed(forms.AcceptForm, accept, _("已受理。受理通知书正在生成，申请人可以在网上查看。")),
    Deed(forms.CorrectForm, ask_correction, _("已一次性告知补正。补正告知书正在生成，等待申请人提交补正材料。")),
    Deed(forms.NotRequiredForm, find_not_required, _("已告知申请人不需要取得许可。告知书正在生成。")),
    Deed(forms.RefuseForm, refuse, _("已作出不予受理决定。决定书正在生成。")),
)
