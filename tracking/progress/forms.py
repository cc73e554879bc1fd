"""Number and query code, as people copy them: blanks, hyphens and lower case are forgiven."""

from django import forms
from django.utils.translation import gettext_lazy as _

MISSING_NUMBER, MISSING_CODE = _("请填写办件编号。"), _("请填写查询码。")


class LookUpForm(forms.Form):
    number = forms.CharField(
        label=_("办件编号"),
        max_length=120,
        help_text=_("共43位，印在接收凭证和各种通知书上。可以带空格。"),
        error_messages={"required": MISSING_NUMBER, "max_length": _("办件编号太长，请核对。")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("查询码"),
        max_length=40,
        help_text=_("共10位，在接收凭证上办件编号的下方，不区分大小写。"),
        error_messages={"required": MISSING_CODE, "max_length": _("查询码太长，请核对。")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
