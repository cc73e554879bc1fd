"""Words that were looked for, marked in what is shown."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hall.textsearch import marked
from tracking.register.models import Record

register = template.Library()
_AROUND = 30
_LONGEST = 120


@register.filter
def marked_words(text: str, words: tuple[str, ...]) -> SafeString:
    return _html(marked(text, words))


@register.simple_tag
def marked_grantee(record: Record, words: tuple[str, ...]) -> SafeString:
    """Also by initials, where it is an organisation."""
    return _html(marked(record.grantee, words, with_initials=not record.grantee_is_person))


@register.filter
def excerpt(text: str, words: tuple[str, ...]) -> SafeString:
    """The part of a long text where the first of the words stands."""
    fragments = marked(text, words)
    before = next((place for place, (_text, hit) in enumerate(fragments) if hit), 0)
    begin = max(sum(len(part) for part, _hit in fragments[:before]) - _AROUND, 0)
    part = text[begin : begin + _LONGEST]
    cut = ("…" if begin else "", "…" if begin + _LONGEST < len(text) else "")
    return format_html_join("", "{}", ((piece,) for piece in (cut[0], _html(marked(part, words)), cut[1])))


def _html(fragments: list[tuple[str, bool]]) -> SafeString:
    return format_html_join("", "{}", ((_fragment(text, hit),) for text, hit in fragments))


def _fragment(text: str, hit: bool) -> str:
    return format_html("<mark>{}</mark>", text) if hit else text
