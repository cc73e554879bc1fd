"""Questions to the applicant after acceptance (行政许可法 Art. 32 (4), 72 (4))."""

from django.utils.translation import gettext_lazy as _

from applications.actions.inquire import inquire
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (Deed(forms.InquireForm, inquire, _("询问已发出，等待申请人答复。办理期限继续计算。")),)
