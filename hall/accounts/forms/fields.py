"""Inputs that know their own mistakes: citizen number, credit code, mobile number, user name."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hall.clock import today
from hall.numbering.checks import id_card_problem, normalise, uscc_problem

_MOBILE = re.compile(r"1[3-9]\d{9}")
_USERNAME = re.compile(r"[a-z][a-z0-9._-]{3,29}")


class IdCardField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("身份证号码"))
        options.setdefault("help_text", _("18位，最后一位可以是X。"))
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        number = normalise(super().clean(value))
        if number and (problem := id_card_problem(number, today())):
            raise ValidationError(problem)
        return number


class UsccField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("统一社会信用代码"))
        options.setdefault("help_text", _("18位，见营业执照或登记证书。"))
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        code = normalise(super().clean(value))
        if code and (problem := uscc_problem(code)):
            raise ValidationError(problem)
        return code


class MobileField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("手机号码"))
        options.setdefault("help_text", _("11位，用于联系您，不会公开。"))
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "tel", "inputmode": "tel"}

    def clean(self, value: Any) -> str:
        number = normalise(super().clean(value))
        if number and not (number.isascii() and _MOBILE.fullmatch(number)):
            raise ValidationError(_("请填写11位手机号码，例如19900000000。"))
        return number


class UsernameField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("用户名"))
        options.setdefault("help_text", _("4至30位，以字母开头，可用字母、数字、点、下划线和短横线；不区分大小写。"))
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        username = super().clean(value).strip().lower()
        if username and not _USERNAME.fullmatch(username):
            raise ValidationError(_("用户名须为4至30位，以字母开头，只用字母、数字、点、下划线和短横线。"))
        return str(username)
