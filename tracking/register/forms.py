"""What a reader may look for; an unreadable cursor or date is told, never guessed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.errors import Invalid
from tracking.register.queries import Wanted


class SearchForm(forms.Form):
    """The filters live in the address, so that a search can be kept and sent on."""

    q = forms.CharField(
        label=_("关键词"),
        required=False,
        max_length=100,
        help_text=_("可以输入单位名称、事项名称、文书号、许可编号或部门名称。"),
    )
    department = forms.CharField(label=_("许可机关"), required=False, max_length=200)
    decided_from = forms.DateField(
        label=_("决定日期自"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    decided_to = forms.DateField(label=_("决定日期至"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("decided_from"), cleaned.get("decided_to")
        if first and last and last < first:
            self.add_error("decided_to", _("结束日期不能早于开始日期。"))
        return cleaned

    def wanted(self, hall_code: str, before: tuple[date, int] | None = None) -> Wanted:
        """What was asked for, as far as it could be read."""
        asked = self.cleaned_data
        return Wanted(
            hall_code=hall_code,
            query=asked.get("q", ""),
            department=asked.get("department", ""),
            decided_from=asked.get("decided_from"),
            decided_to=asked.get("decided_to"),
            before=before,
        )


def cursor_of(text: str) -> tuple[date, int] | None:
    """The keyset cursor of an address; raises Invalid when it was cut or altered."""
    if not text:
        return None
    try:
        day, pk = text.split("_")
        return date.fromisoformat(day), int(pk)
    except ValueError:
        raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None
