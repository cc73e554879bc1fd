"""Binding the case file (domain.md §2.3)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.bind_case_file import ask_case_file
from applications.views.clerk import forms
from applications.views.clerk.deeds.deed import Deed

DEEDS = (Deed(forms.CaseFileForm, ask_case_file, _("正在装订案卷，稍后刷新本页即可下载。")),)
