"""How papers write days and moments."""

from datetime import date, datetime

from django import template

from hall.clock import SHANGHAI

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """2026年3月5日, with the figures of GB/T 9704; a dash where there is none."""
    return f"{value.year}年{value.month}月{value.day}日" if value else "—"


@register.filter
def moment(value: datetime | None) -> str:
    """2026年3月5日 09:30, as clocks show it in China."""
    if not value:
        return "—"
    local = value.astimezone(SHANGHAI)
    return f"{day(local)} {local:%H:%M}"
