"""Words of a case as pages write them."""

from itertools import accumulate

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# Department 18, level and item 13, day 8, serial 4 (domain.md §3.1), cut where an eye can rest.
GROUPS = (6, 6, 6, 5, 4, 4, 8, 4)


def grouped(number: str) -> list[str]:
    """The 43 characters in eight groups; a number of another length in fours."""
    widths = GROUPS if len(number) == sum(GROUPS) else (4,) * -(-len(number) // 4)
    ends = list(accumulate(widths))
    return [number[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@register.filter
def case_number(number: str | None) -> SafeString:
    """Readable groups that wrap between them; the look-up takes them with or without the blanks."""
    return format_html_join(" ", '<span class="nowrap">{}</span>', ((group,) for group in grouped(number or "")))
