"""Who is let act, in what and until when."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.queries.mandates import items_for_agents
from hall.accounts.forms.asking import ask_by_name
from hall.accounts.forms.fields import IdCardField
from hall.accounts.mandates import Power
from hall.accounts.models import Scope
from hall.clock import today

_DAY = _("请填写日期，例如2027-05-01。")


class MandateForm(forms.Form):
    """For all items or some of them; for one case, see the deed on its page."""

    agent_name = forms.CharField(label=_("代理人姓名"), max_length=100, help_text=_("与身份证上的姓名一致。"))
    agent_number = IdCardField(label=_("代理人身份证号码"))
    scope = forms.ChoiceField(
        label=_("代理范围"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (Scope.ALL, Scope.ITEMS)],
        initial=Scope.ALL.value,
    )
    items = forms.MultipleChoiceField(
        label=_("委托的事项"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("代理范围为“指定的事项”的须选择。依法须由本人申请的事项不能委托。"),
        error_messages={"invalid_choice": _("请从列出的事项中选择。")},
    )
    valid_from = forms.DateField(label=_("委托期限自"), error_messages={"invalid": _DAY})
    valid_to = forms.DateField(label=_("委托期限至"), error_messages={"invalid": _DAY})

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"valid_from": today(), "valid_to": today() + timedelta(days=364)})
        choice: Any = self.fields["items"]
        choice.choices = items_for_agents()
        ask_by_name(self)

    def power(self) -> Power:
        told, chosen = self.cleaned_data, Scope(self.cleaned_data["scope"])
        items = told["items"] if chosen == Scope.ITEMS else ()
        return Power(chosen, told["valid_from"], told["valid_to"], items=items)
