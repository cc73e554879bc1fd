"""The period that a reader asks for; without one it is the year up to today."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracking.statistics.figures import Span

# So long a period is counted at once.
LONGEST = timedelta(days=3 * 366)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class SpanForm(forms.Form):
    first = _day(_("自"))
    last = _day(_("至"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = self._days(cleaned)
        if last < first:
            self.add_error("last", _("结束日期不能早于开始日期。"))
        elif last.year > self.today.year + 1:
            self.add_error("last", _("最晚到明年为止。"))
        elif last - first > LONGEST:
            self.add_error("last", _("一次最多统计三年。"))
        return cleaned

    @property
    def span(self) -> Span:
        return Span(*self._days(self.cleaned_data))

    def _days(self, cleaned: dict[str, Any]) -> tuple[date, date]:
        last = cleaned.get("last") or self.today
        return cleaned.get("first") or last.replace(month=1, day=1), last
