"""Carrying a message out of the hall, at least once."""

from typing import Any

from hall.events.outbox import carries
from hall.notifications.channels import channel_named
from hall.notifications.models import Message


@carries("notify")
def carry(payload: dict[str, Any]) -> None:
    """A channel that is no longer configured owes nothing any more."""
    channel = channel_named(payload["channel"])
    if channel:
        message = Message.objects.select_related("recipient", "hall").get(key=payload["key"])
        channel.carry(message, key=f"{channel.name}:{message.key}")
