"""The filters of the desk. An unknown choice in the address narrows nothing."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.lifecycle import HandlingState
from applications.queries.desk.filters import Filters, Scope, Urgency
from hall.catalogue.models import Offering
from hall.organisations.models import Department

STEPS = [
    ("intake", pgettext_lazy("step", "受理")),
    ("review", pgettext_lazy("step", "审查")),
    ("join", pgettext_lazy("step", "联办")),
    ("report_up", pgettext_lazy("step", "转报")),
    ("decide", pgettext_lazy("step", "决定")),
    ("issue", pgettext_lazy("step", "制证")),
    ("deliver", pgettext_lazy("step", "送达")),
]
ANY = ("", _("全部"))


class FilterForm(forms.Form):
    scope = forms.ChoiceField(choices=Scope.choices, required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=_("办件编号或申请人"), required=False, max_length=60)
    urgency = forms.ChoiceField(label=_("期限"), choices=[ANY, *Urgency.choices], required=False)
    step = forms.ChoiceField(label=_("环节"), choices=[ANY, *STEPS], required=False)
    state = forms.ChoiceField(label=_("状态"), choices=[ANY, *HandlingState.choices], required=False)
    item = forms.ChoiceField(label=_("事项"), required=False)
    department = forms.ChoiceField(label=_("部门"), required=False)

    def __init__(self, data: Any, departments: QuerySet[Department]) -> None:
        super().__init__(data, auto_id="desk-%s")
        own = list(departments)
        offered = Offering.objects.filter(department__in=own, published=True).order_by("catalog_code")
        items = offered.values_list("catalog_code", "name").distinct()
        self._offer("item", list(items))
        self._offer("department", [(one.uscc, one.name) for one in own])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """A choice of one is no choice."""
        if len(choices) < 2:
            del self.fields[name]
        else:
            self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    @property
    def filters(self) -> Filters:
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return Filters(**given)
