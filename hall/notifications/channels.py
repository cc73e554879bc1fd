"""Channels: how a message also leaves the hall. Adapters live in ``integrations``; ``HALL_CHANNELS`` names them.

    class SmsChannel(Channel):
        name = "sms"

        def reaches(self, recipient): return bool(recipient.phone)
        def carry(self, message, key): gateway.send(message.recipient.phone, message.text, idempotency_key=key)
"""

from abc import ABC, abstractmethod
from typing import ClassVar

from django.conf import settings
from django.utils.module_loading import import_string

from hall.accounts.models import User
from hall.notifications.models import Message


class Channel(ABC):
    """One way to somebody. ``name`` stands in the key of every letter and never changes."""

    name: ClassVar[str]

    @abstractmethod
    def reaches(self, recipient: User) -> bool:
        """Whether this person can be told this way; it only looks, and nothing is sent yet."""

    @abstractmethod
    def carry(self, message: Message, key: str) -> None:
        """Tell it. Called at least once: a receiver that honours ``key`` sees one. Raise, and it is tried later."""


def channels() -> list[Channel]:
    """The configured ones; none is the default, and every message then stays in 我的消息."""
    return [import_string(path)() for path in settings.HALL_CHANNELS]


def channel_named(name: str) -> Channel | None:
    return next((channel for channel in channels() if channel.name == name), None)
