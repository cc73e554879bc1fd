"""My messages: pages by key, newest first, and how many are unread."""

from dataclasses import dataclass
from uuid import UUID

from hall.accounts.models import User
from hall.notifications.models import Message

PAGE = 20
# Beyond it nobody counts, and neither does the database.
MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class Page:
    """``older`` is the uid behind which the next page begins; None on the last one."""

    messages: list[Message]
    older: UUID | None


def page_of(recipient: User, *, after: UUID | None = None, size: int = PAGE) -> Page:
    """A page from behind ``after``; a uid that is not one's own is an empty page, as an absent one is."""
    own = Message.objects.filter(recipient=recipient).select_related("hall").order_by("-id")
    if after:
        place = Message.objects.filter(recipient=recipient, uid=after).values_list("id", flat=True).first()
        own = own.filter(id__lt=place or 0)
    found = list(own[: size + 1])
    return Page(found[:size], found[size - 1].uid if len(found) > size else None)


def unread(recipient: User) -> str:
    """How many, as it is shown; empty for none."""
    waiting = Message.objects.filter(recipient=recipient, read_at=None)[: MOST_COUNTED + 1].count()
    return f"{MOST_COUNTED}+" if waiting > MOST_COUNTED else str(waiting or "")
