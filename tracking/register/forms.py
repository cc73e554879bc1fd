"""What a reader may look for; an unreadable date is told, never guessed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracking.register.cursor import Cursor
from tracking.register.queries import Wanted


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class SearchForm(forms.Form):
    """The filters live in the address, so that a search can be kept and sent on."""

    q = forms.CharField(label=_("名称、事项或文书号"), required=False, max_length=100)
    department = forms.CharField(label=_("许可机关"), required=False, max_length=100)
    decided_from = _day(_("决定日期自"))
    decided_to = _day(_("决定日期至"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("decided_from"), cleaned.get("decided_to")
        if first and last and last < first:
            self.add_error("decided_to", _("结束日期不能早于开始日期。"))
        return cleaned

    def wanted(self, cursor: Cursor | None = None) -> Wanted:
        """What was asked for, as far as it could be read."""
        asked: dict[str, Any] = self.cleaned_data
        first: date | None = asked.get("decided_from")
        last: date | None = asked.get("decided_to")
        return Wanted(asked.get("q", ""), asked.get("department", ""), first, last, cursor)
