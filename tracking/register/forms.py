"""What a reader may look for; an unreadable date is told, never guessed."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hall.organisations.models import Hall
from hall.textsearch import Position
from tracking.register.models import RecordKind, RecordStatus
from tracking.register.queries import Wanted
from tracking.register.searching import words_of

_ALL = ("", _("全部"))
# What a list is called, by the kind that was asked for.
HEADINGS = {
    "": _("行政许可和行政处罚结果公示"),
    RecordKind.LICENCE: _("行政许可结果公示"),
    RecordKind.PENALTY: _("行政处罚结果公示"),
}


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


def _hidden() -> forms.CharField:
    """Chosen among what was found, not typed."""
    return forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)


class SearchForm(forms.Form):
    """The filters live in the address, so that a search can be kept and sent on."""

    q = forms.CharField(label=_("名称、事项或文书号"), required=False, max_length=100)
    where = forms.ChoiceField(
        label=_("查找范围"), required=False, choices=[("", _("名称、事项、文书号")), ("content", _("决定内容"))]
    )
    department = forms.CharField(
        label=_("决定机关"),
        required=False,
        min_length=2,
        max_length=100,
        error_messages={"min_length": _("请输入两个以上的字。")},
    )
    division = forms.ChoiceField(label=_("区县"), required=False)
    kind = forms.ChoiceField(label=_("类别"), required=False, choices=[_ALL, *RecordKind.choices])
    status = forms.ChoiceField(label=_("当前状态"), required=False, choices=[_ALL, *RecordStatus.choices])
    decided_from = _day(_("决定日期自"))
    decided_to = _day(_("决定日期至"))
    order = forms.ChoiceField(
        label=_("排序"), required=False, choices=[("", _("从新到旧")), ("best", _("最相符的在前"))]
    )
    issuer = _hidden()
    item = _hidden()

    def __init__(self, asked: Any, hall: Hall) -> None:
        super().__init__(asked)
        if hall.is_city:
            self.fields["division"].choices = [_ALL, *halls_of(hall)]  # type: ignore[attr-defined]
        else:
            del self.fields["division"]
        if not settings.HALL_SEARCH_CONTENT:
            del self.fields["where"]
        self.fields["q"].widget.attrs |= {
            "list": "suggested-names",
            "data-suggest": reverse("register:suggestions"),
            "autocomplete": "off",
        }

    def clean_q(self) -> str:
        asked: str = self.cleaned_data["q"]
        if asked and not words_of(asked):
            raise forms.ValidationError(_("请输入文字、字母或者数字，标点符号不能单独查找。"))
        return asked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("decided_from"), cleaned.get("decided_to")
        if first and last and last < first:
            self.add_error("decided_to", _("结束日期不能早于开始日期。"))
        return cleaned

    def wanted(self, position: Position | None = None) -> Wanted:
        """What was asked for, as far as it could be read."""
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            query=asked.get("q", ""),
            in_content=asked.get("where") == "content",
            best_first=asked.get("order") == "best",
            decided_from=asked.get("decided_from"),
            decided_to=asked.get("decided_to"),
            position=position,
            **{name: asked.get(name, "") for name in ("department", "division", "issuer", "item", "kind", "status")},
        )


def known(asked: QueryDict) -> QueryDict:
    """The filters of an address, each once: what else stands in it is repeated in no link of the page."""
    kept = QueryDict(mutable=True)
    for name in SearchForm.base_fields:
        if value := asked.get(name):
            kept[name] = value
    return kept


def halls_of(city: Hall) -> list[tuple[str, str]]:
    """Codes and short names of the city's own hall and of those below it, by code."""
    halls = Hall.objects.select_related("division")
    return [(hall.code, hall.division.name) for hall in halls if hall.is_city or hall.parent_id == city.pk]
