"""How each type of question is drawn. No shape refuses anything, so that whatever was typed comes back on the page."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hall.catalogue.spec import FormField, said

# More choices than this are a list to pick from instead of buttons to read.
MOST_BUTTONS = 8


def shape_of(field: FormField) -> forms.Field:
    """An input for one question, with its help and its example."""
    shape: forms.Field = SHAPES.get(field.type, _text)(field)
    shape.label, shape.required = said(field.label), field.required
    shape.help_text = _help(field)
    # An example of yes or no would only put the answer into somebody's mouth.
    shape.example = "" if field.type == "yes_no" else said(field.example)  # type: ignore[attr-defined]
    return shape


def shown(field: FormField, value: Any) -> Any:
    """A stored or typed value as its input holds it."""
    if field.type == "yes_no":
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
    return value


def _help(field: FormField) -> str:
    """个人信息保护法 Art. 17: whoever gives personal data reads what it is for."""
    parts = [said(field.help)]
    if field.type == "money":
        parts.append(_("单位：元。"))
    if field.personal and field.purpose:
        parts.append(_("用途：%(purpose)s。") % {"purpose": said(field.purpose)})
    return _joined([part for part in parts if part])


def _joined(sentences: list[str]) -> str:
    """Chinese sentences stand side by side; English ones need a space between them."""
    return ("" if (get_language() or "").startswith("zh") else " ").join(sentences)


def _input(**attributes: str) -> Callable[[FormField], forms.Field]:
    def make(field: FormField) -> forms.Field:
        return forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off", **attributes}))

    return make


def _long_text(field: FormField) -> forms.Field:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": "5"}))


def _choice(field: FormField) -> forms.Field:
    choices = [(choice.value, said(choice.label)) for choice in field.choices]
    if len(choices) > MOST_BUTTONS:
        return forms.ChoiceField(choices=[("", _("请选择")), *choices], widget=forms.Select())
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect())


def _choices(field: FormField) -> forms.Field:
    choices = [(choice.value, said(choice.label)) for choice in field.choices]
    return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple())


def _yes_no(field: FormField) -> forms.Field:
    return forms.ChoiceField(choices=[("yes", _("是")), ("no", _("否"))], widget=forms.RadioSelect())


_text = _input()
_CAPITALS = {"autocapitalize": "characters", "spellcheck": "false"}
# A date is a plain input: a browser's own date input would throw away a date that does not exist.
SHAPES: Mapping[str, Callable[[FormField], forms.Field]] = {
    "text": _text,
    "long_text": _long_text,
    "number": _input(inputmode="decimal"),
    "money": _input(inputmode="decimal"),
    "date": _text,
    "phone": _input(type="tel", inputmode="tel"),
    "id_card": _input(**_CAPITALS),
    "uscc": _input(**_CAPITALS),
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
}
