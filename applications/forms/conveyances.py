"""To whom a licence is offered (行政许可法 Art. 9)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.asking import ask_by_name
from hall.clock import today
from hall.numbering.checks import id_card_problem, normalise, uscc_problem


class OfferForm(forms.Form):
    to_name = forms.CharField(
        label=_("受让人姓名或者名称"), max_length=200, help_text=_("与身份证或者营业执照上的一致。")
    )
    to_code = forms.CharField(
        label=_("受让人身份证号码或者统一社会信用代码"),
        help_text=_("18位。受让人用自己的账号确认并提出申请，由发证机关审查决定。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        ask_by_name(self)

    def clean_to_code(self) -> str:
        code = normalise(self.cleaned_data["to_code"])
        if id_card_problem(code, today()) and uscc_problem(code):
            raise ValidationError(_("请填写正确的身份证号码或者统一社会信用代码。"))
        return code
