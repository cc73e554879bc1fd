"""Grant and denial in writing (行政许可法 Art. 37, 38)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.models import Handling
from applications.views.clerk.forms.base import DeedForm, words
from hall.catalogue.spec import on_record


class GrantForm(DeedForm):
    deed = "grant"
    title = _("准予许可")
    submit = _("作出准予许可决定")
    note = _("依法作出准予行政许可的书面决定，并按规定公开。每个办件只能作出一次决定。")

    content = words(_("许可内容"), help_text=_("写入决定书和许可证件。"))
    opinion = words(_("签发意见"), rows=2, required=False, help_text=_("内部记录，不写入决定书。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.initial["content"] = lambda: on_record(handling.application.spec.result.content)


class DenyForm(DeedForm):
    """The law is picked from the item's own basis; what the item does not name is written below, one a line."""

    deed = "deny"
    title = _("不予许可")
    submit = _("作出不予许可决定")
    kind = "danger"
    note = _("依法作出不予行政许可的书面决定，应当说明理由，并告知申请行政复议或者提起行政诉讼的权利。")
    says = {"opinion": "reasons"}

    reasons = words(_("不予许可的理由"), rows=6, help_text=_("写明事实和理由，写入决定书。"))
    basis = forms.MultipleChoiceField(
        label=_("法律依据"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more_basis = words(_("其他法律依据"), rows=2, required=False, help_text=_("每行一条，写明法律名称和条款。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.lines = [on_record(text) for text in handling.application.spec.basis]
        self.fields["basis"].choices = [(str(place), text) for place, text in enumerate(self.lines)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        written: dict[str, Any] = super().clean() or {}
        if not self._basis(written):
            self.add_error("basis", _("请至少选择或者写明一条法律依据。"))
        return written

    def told(self) -> dict[str, Any]:
        return {"reasons": self.cleaned_data["reasons"], "legal_basis": self._basis(self.cleaned_data)}

    def _basis(self, written: dict[str, Any]) -> list[str]:
        picked = [self.lines[int(place)] for place in written.get("basis", [])]
        return picked + [line.strip() for line in written.get("more_basis", "").splitlines() if line.strip()]
