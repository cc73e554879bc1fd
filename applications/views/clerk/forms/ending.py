"""Ending a case without a decision: terminated, merged as a duplicate, voided (domain.md §1.3)."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.exhibits import KINDS
from applications.forms.files import FilesField
from applications.models import Handling
from applications.queries.duplicates import keepable
from applications.queries.endings import grounds_for
from applications.views.clerk.forms.base import DeedForm, words


class TerminateForm(DeedForm):
    deed = "terminate"
    title = _("终止办理")
    submit = _("终止办理")
    kind = "danger"
    note = _("申请人死亡、单位终止或者申请的事项已无法实施的，终止办理并书面告知。终止后不能恢复。")

    ground = forms.ChoiceField(
        label=_("终止的原因"), widget=forms.RadioSelect, error_messages={"required": _("请选择。")}
    )
    reason = words(_("事实和依据"), help_text=_("写明查明的事实和证明文件，写入告知书。"))
    told_to = forms.CharField(
        label=_("告知谁"),
        required=False,
        max_length=100,
        help_text=_("继承人、监护人或者清算组等；其他情况告知申请人。"),
    )
    contact = forms.CharField(label=_("联系方式"), required=False, max_length=200)
    evidence = FilesField(label=_("证明文件"), required=False, accept=KINDS)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        grounds = grounds_for(handling.application)
        self.fields["ground"].choices = [(one.value, one.label) for one in grounds]  # type: ignore[attr-defined]


class MergeForm(DeedForm):
    deed = "merge"
    title = _("合并重复申请")
    submit = _("并入较早的办件")
    kind = "danger"
    note = _("本办件作为重复申请终止，由较早的办件继续办理，并书面告知申请人。较早的办件受理以后，不能再转入材料。")

    kept = forms.TypedChoiceField(
        label=_("并入哪个办件"), coerce=UUID, widget=forms.RadioSelect, error_messages={"required": _("请选择。")}
    )
    adopt = forms.MultipleChoiceField(
        label=_("转入较早办件的材料"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = words(_("理由"), rows=3)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        cases = keepable(handling)
        materials = handling.application.materials.filter(replaced_at=None)
        self.fields["kept"].choices = [(str(one.uid), one.case_no or "") for one in cases]  # type: ignore[attr-defined]
        self.fields["adopt"].choices = [(one.key, one.name) for one in materials]  # type: ignore[attr-defined]


class VoidForm(DeedForm):
    deed = "void_case"
    title = _("技术性作废")
    submit = _("作废本办件")
    kind = "danger"
    note = _("只用于系统或者录入的技术性错误。办件和编号保留，已出具的全部文书作废，申请人可以看到理由。")
    says = {"opinion": "reason"}

    reason = words(_("作废理由"), rows=3)
