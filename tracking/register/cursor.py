"""The place in the list where a page begins, as an address tells it: the last row seen, by what sorts the list."""

import re
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from hall.errors import Invalid
from hall.textsearch import Hit, Position

_WRITTEN = re.compile(r"(?:r(?P<rank>\d)_)?(?P<day>\d{4}-\d\d-\d\d)_(?P<uid>[0-9a-f-]{36})", re.ASCII)


def cursor_at(hit: Hit) -> str:
    """The place of a row; how well it fits stands in front where the list is sorted by that."""
    rank = f"r{hit.rank}_" if hit.rank else ""
    return f"{rank}{hit.day.isoformat()}_{hit.uid}"


def cursor_of(text: str, *, backwards: bool = False) -> Position | None:
    """The place that an address tells; raises Invalid when it was cut or altered."""
    if not text:
        return None
    try:
        told = _WRITTEN.fullmatch(text)
        if not told:
            raise ValueError
        return Position(date.fromisoformat(told["day"]), UUID(told["uid"]), int(told["rank"] or 0), backwards)
    except ValueError:
        raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None
