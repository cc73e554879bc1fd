"""A form filled in by somebody at random: every field gets something it may well be given."""

from datetime import timedelta
from random import Random
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from applications.forms.deed import VersionedForm
from hall.clock import SHANGHAI, now
from hall.errors import Incomplete
from hall.uids import uid7
from tests.applications.lives.people import AGENT
from tests.factories.answers import pdf

WORDS = (
    "经核对，情况与申请材料一致，符合法定条件。",
    "经核查，现场情况与申请不一致，需要如此处理。",
    "《中华人民共和国行政许可法》第三十八条第二款",
    "对检测结论有疑问，须委托市疾病预防控制中心复测。",
)
NAMES = ("邻居王某", "重庆演示物业有限公司", "李某某")
# Most fields that need not be filled in are left alone.
_OPTIONAL = 0.4


def written(form: VersionedForm, luck: Random, *, seen: int) -> tuple[dict[str, Any], MultiValueDict[str, Any]]:
    """What a browser would send of this form."""
    data: dict[str, Any] = {"version": seen}
    files: MultiValueDict[str, Any] = MultiValueDict()
    for name, field in form.fields.items():
        if name == "version" or (not field.required and luck.random() > _optional(form, name)):
            continue
        if isinstance(field, forms.FileField):
            files.setlist(name, [pdf()])
        else:
            data[name] = _value(form, name, field, luck)
    return data, files


def told_by(form: VersionedForm) -> dict[str, Any]:
    """What the form tells its deed; one that is not complete refuses, as its page does."""
    if not form.is_valid():
        problems = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
        raise Incomplete("not filled in", fields=problems)
    return form.told()


def _optional(form: VersionedForm, name: str) -> float:
    """A draft is signed as it stands; what lists gaps has a line for each; what is ticked needs its words."""
    if getattr(form, "draft", None) is not None:
        return 0.0
    listed = name.endswith(("-problem", "-requirement", "-remark")) or name in ("unmet", "more_basis", "heard")
    told = form.deed in ("grant", "deny", "draft_decision", "deliver", "serve_correction", "refuse", "enter_marks")
    return 1.0 if listed or (told and name not in _SELDOM) else _OPTIONAL


_SELDOM = {"falsified", "non_disclosure_ground", "disclosure_attr", "valid_from", "valid_to", "offered_by", "absent"}


def _value(form: VersionedForm, name: str, field: forms.Field, luck: Random) -> Any:
    if field.widget.is_hidden:
        return form.get_initial_for_field(field, name)
    choices = _choices(field)
    if isinstance(field, forms.MultipleChoiceField):
        choices = choices or []
        return luck.sample(choices, luck.randint(min(2, len(choices)), len(choices)))
    if choices is not None:
        return luck.choice(choices) if choices else str(uid7())
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.IntegerField):
        return _number(field, luck)
    if isinstance(field, forms.DateTimeField):
        return _moment(name, luck)
    if isinstance(field, forms.DateField):
        return now().astimezone(SHANGHAI).date().isoformat()
    return _text(name, field, luck)


def _choices(field: forms.Field) -> list[str] | None:
    found = getattr(field, "choices", None)
    if found is None:
        found = getattr(field.widget, "choices", None)
    return None if found is None else [str(value) for value, _label in found if value]


def _number(field: forms.IntegerField, luck: Random) -> int:
    least, most = int(str(field.min_value or 1)), int(str(field.max_value or 10))
    return luck.randint(least, min(most, 10))


def _moment(name: str, luck: Random) -> str:
    """A hearing is announced; whatever else was at a moment has been."""
    day = now().astimezone(SHANGHAI)
    if name == "starts_at":
        day = (day + timedelta(luck.randint(9, 30))).replace(hour=9)
    return day.strftime("%Y-%m-%dT%H:%M")


def _text(name: str, field: forms.Field, luck: Random) -> str:
    if name in ("interested", "name", "officer_name"):
        return luck.choice(NAMES)
    if name in ("agent_name", "agent_number"):
        return AGENT[name == "agent_number"]
    if name.startswith("mark-"):
        return str(luck.randint(30, 100))
    text = luck.choice(WORDS)
    most = getattr(field, "max_length", None)
    return text[:most] if most else text
