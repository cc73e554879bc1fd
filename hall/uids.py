"""Public identifiers: a UUIDv7 sorts by time, so indexes stay dense, and tells nobody how many there are."""

from uuid import UUID

import uuid_utils
from django.utils.translation import gettext as _

from hall.errors import Invalid


def uid7() -> UUID:
    """A new UUIDv7 (RFC 9562), safe to show in an address."""
    return UUID(int=uuid_utils.uuid7().int)


def row_after(text: str) -> UUID | None:
    """The row that a list goes on after, as its address names it; None for the beginning."""
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None
