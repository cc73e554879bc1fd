"""Answers as people read them: each with its section, its label and its value in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from applications.models import Application
from hall.catalogue.spec import FormField, said
from hall.clock import day_in_words


@dataclass(frozen=True, slots=True)
class Answered:
    section: str
    key: str
    label: str
    text: str
    personal: bool
    rows: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()


def answered(application: Application) -> Iterator[Answered]:
    """Every question that was asked, in the form's order, with its answer in words."""
    answers = application.all_answers
    for section in application.spec.sections:
        for field in section.fields:
            if field.asked(answers):
                yield _one(said(section.title), field, answers.get(field.key))


def _one(section: str, field: FormField, value: Any) -> Answered:
    rows: tuple[tuple[str, ...], ...] = ()
    if field.type == "rows" and isinstance(value, list):
        rows = tuple(tuple(in_words(column, row.get(column.key)) for column in field.columns) for row in value)
    heads = tuple(said(column.label) for column in field.columns)
    return Answered(section, field.key, said(field.label), in_words(field, value), field.personal, rows, heads)


def in_words(field: FormField, value: Any) -> str:
    """One answer in words; a repeated row reads as its columns joined."""
    if value in (None, "", []):
        return _("（未填写）")
    if field.type == "yes_no":
        return _("是") if value is True or value == "yes" else _("否")
    if field.type in ("choice", "choices"):
        labels = {choice.value: said(choice.label) for choice in field.choices}
        return _("、").join(labels.get(str(one), str(one)) for one in (value if isinstance(value, list) else [value]))
    if field.type == "money":
        return _money(value)
    if field.type == "date":
        return _day(value)
    if field.type == "rows":
        return "；".join("，".join(in_words(column, row.get(column.key)) for column in field.columns) for row in value)
    return str(value)


def _money(value: Any) -> str:
    try:
        return _("%(amount)s 元") % {"amount": f"{Decimal(str(value)):,.2f}"}
    except InvalidOperation:
        # A draft keeps what was typed, right or wrong.
        return str(value)


def _day(value: Any) -> str:
    """The one style of every page and paper, not the form's own."""
    try:
        return day_in_words(date.fromisoformat(str(value)))
    except ValueError:
        # A draft keeps what was typed, right or wrong.
        return str(value)
