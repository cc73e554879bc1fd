"""Ends without a decision (domain.md §1.3)."""

from django.utils.translation import gettext_lazy as _

from applications.actions.merge import merge
from applications.actions.terminate import terminate
from applications.actions.void_case import void_case
from applications.views.clerk.deeds.deed import Deed
from applications.views.clerk.forms.ending import MergeForm, TerminateForm, VoidForm

DEEDS = (
    Deed(TerminateForm, terminate, _("已终止办理。终止办理告知书正在生成。")),
    Deed(MergeForm, merge, _("已并入较早的办件。终止办理告知书正在生成。")),
    Deed(VoidForm, void_case, _("办件已作废，文书已全部作废。")),
)
