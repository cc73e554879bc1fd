"""Telling somebody, and noting that they have read it."""

from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from hall.accounts.models import User
from hall.clock import now
from hall.errors import Invalid, NotFound
from hall.events import outbox
from hall.notifications.channels import channels
from hall.notifications.kinds import Kind
from hall.notifications.models import Message
from hall.organisations.models import Hall


def notify(
    recipient: User,
    kind: Kind,
    text: str,
    *,
    key: str,
    hall: Hall,
    route: str = "",
    subject_uid: UUID | None = None,
) -> None:
    """Tell ``recipient`` inside the deed's transaction; telling the same ``key`` again tells nothing.

    ``key`` names the fact (``recounted:<case>:<calendar version>``); one key serves several recipients.
    ``route`` is the url name that the message leads to, with ``subject_uid`` as its only argument.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("notify belongs inside the deed's transaction")
    own = f"{key}:{recipient.uid}"
    message = Message(
        recipient=recipient, hall=hall, kind=kind.name, text=text, route=route, subject_uid=subject_uid, key=own
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    for channel in channels():
        if channel.reaches(recipient):
            outbox.send("notify", key=f"{channel.name}:{own}", payload={"key": own, "channel": channel.name})


def mark_read(recipient: User, uid: UUID) -> None:
    """The first reading counts; somebody else's message is as if absent."""
    own = Message.objects.filter(recipient=recipient, uid=uid)
    if not own.exists():
        raise NotFound(_("没有找到这条消息。"))
    own.filter(read_at=None).update(read_at=now())


def mark_all_read(recipient: User, *, until: str) -> None:
    """All that the page showed and all before; what came in meanwhile stays unread."""
    shown = _uid(until)
    newest = Message.objects.filter(recipient=recipient, uid=shown).first() if shown else None
    if newest is None:
        raise Invalid(_("请回到我的消息，重新打开后再标记。"))
    Message.objects.filter(recipient=recipient, id__lte=newest.pk, read_at=None).update(read_at=now())


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
