"""A missing answer is asked for by its name."""

from typing import Any

from django.forms import BaseForm, BooleanField, ChoiceField, Form
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


def ask_by_name(form: BaseForm) -> None:
    """请填写身份证号码 instead of a remark that some field is required."""
    for field in form.fields.values():
        if isinstance(field, ChoiceField):
            field.error_messages["required"] = format_lazy(_("请选择{label}。"), label=field.label or "")
        elif not isinstance(field, BooleanField):
            field.error_messages["required"] = format_lazy(_("请填写{label}。"), label=field.label or "")


class NamedForm(Form):
    """What is missing is asked for by its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)
