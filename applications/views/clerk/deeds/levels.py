"""Between levels and departments (行政许可法 Art. 26, 35): return, supplement, join in, urge, ask, transfer."""

from django.utils.translation import gettext_lazy as _

from applications.actions.ask_opinion import ask_opinion
from applications.actions.join_in import join_in
from applications.actions.return_down import return_down
from applications.actions.supplement import supplement
from applications.actions.transfer import transfer
from applications.actions.urge import urge
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (
    Deed(forms.ReturnDownForm, return_down, _("已退回下级机关补充审查。")),
    Deed(forms.SupplementForm, supplement, _("文件已归入案卷，再次转报时一并报送。")),
    Deed(forms.JoinInForm, join_in, _("联办意见已提交牵头部门。")),
    Deed(forms.UrgeForm, urge, _("已督促该部门，并报效能监督。")),
    Deed(forms.AskOpinionForm, ask_opinion, _("已征求意见，答复后显示在本页。")),
    Deed(forms.TransferForm, transfer, _("已移送，申请人可以在网上看到。")),
)
