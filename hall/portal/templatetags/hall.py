"""Tags and filters of every page: fields, breadcrumbs, lamps, dates."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from hall.clock import day_in_words, moment_in_words
from hall.portal.navigation import url_or_blank
from hall.workdays.lamp import Lamp

register = template.Library()

WEEKDAYS = [_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日")]


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """Label, help, error and input of one form field, in the style of the hall."""
    return bound.as_field_group()


@register.inclusion_tag("components/breadcrumbs.html")
def crumbs(*pairs: str) -> dict[str, Any]:
    """Label, url name, label, url name, …; the page itself comes last, without an address."""
    labels, names = pairs[::2], [*pairs[1::2], ""]
    return {"crumbs": [(label, _address(name)) for label, name in zip(labels, names, strict=False)]}


def _address(name: str) -> str:
    """A url name, or an address already made by the url tag."""
    return name if not name or name.startswith("/") else url_or_blank(name)


@register.simple_tag
def url_if_any(name: str) -> str:
    return url_or_blank(name)


@register.filter
def moment(value: datetime | None) -> str:
    """2026年11月24日 09:30, in the time of the hall."""
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', localtime(value).isoformat(), moment_in_words(value))


@register.filter
def day(value: date | None) -> str:
    """2026年11月24日. A moment is read as its day in the hall."""
    if not value:
        return ""
    local = localtime(value).date() if isinstance(value, datetime) else value
    return format_html('<time class="nowrap" datetime="{}">{}</time>', local.isoformat(), day_in_words(local))


@register.filter
def weekday(value: date) -> Any:
    return WEEKDAYS[value.weekday()]


@register.filter
def pub_date(value: date | None) -> str:
    """The one form that the page tags of government sites allow for PubDate."""
    if not value:
        return ""
    return (localtime(value) if isinstance(value, datetime) else value).strftime("%Y-%m-%d %H:%M")


@register.filter
def described_by(bound: BoundField) -> str:
    """The ids of what explains an input: its help or example, and its errors."""
    noted = bound.help_text or getattr(bound.field, "example", "")
    notes = [("_helptext", noted), ("_error", bound.errors)]
    return " ".join(f"{bound.auto_id}{suffix}" for suffix, present in notes if present)


@register.simple_tag
def field_input(bound: BoundField) -> SafeString:
    described = described_by(bound)
    return bound.as_widget(attrs={"aria-describedby": described} if described else None)


@register.simple_tag
def field_notes(bound: BoundField) -> SafeString:
    """Help, example and errors of a field that a page draws in its own way."""
    return bound.form.render("fields/notes.html", {"field": bound})


@register.filter
def input_id(bound: BoundField) -> str:
    """The first input of a field: what a link in the error summary leads to."""
    return f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label


@register.filter
def triples(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Pairs may leave their third part out."""
    return [(*row, "")[:3] for row in rows]


@register.filter
def cells(row: Sequence[Any], columns: Sequence[Any]) -> list[tuple[Any, Any, Any]]:
    """Label, text and address of each cell: a narrow page says the label beside the text."""
    pairs = [cell if isinstance(cell, tuple) else (cell, "") for cell in row]
    return [(label, text, url) for label, (text, url) in zip(columns, pairs, strict=True)]


@register.filter
def lamp_colour(lamp: str) -> str:
    return str(Lamp(lamp).value)


@register.filter
def lamp_word(lamp: str) -> Any:
    return Lamp(lamp).label
