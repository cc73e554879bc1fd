"""A message 消息 to one person: what happened, in words, and where to look. It is no paper and serves none."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.notifications.kinds import label_of
from hall.organisations.addresses import path_prefix
from hall.organisations.models import Hall
from hall.uids import uid7


class Message(models.Model):
    """``key`` names what is told to whom: a deed that is tried again tells it once.

    ``route`` and ``subject_uid`` are the address it leads to, kept as a name: addresses change, names
    do not.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages")
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    text = EncryptedTextField(_("内容"))
    route = models.CharField(max_length=60, blank=True)
    subject_uid = models.UUIDField(null=True)
    key = models.CharField(max_length=150, unique=True)
    created_at = models.DateTimeField(_("时间"), default=now)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    class Meta:
        verbose_name = _("消息")
        indexes = [
            # my messages, newest first
            models.Index(fields=["recipient", "-id"], name="message_of_recipient"),
            # how many of mine are unread
            models.Index(fields=["recipient"], name="message_unread", condition=Q(read_at=None)),
        ]

    @property
    def label(self) -> str:
        return label_of(self.kind)

    @property
    def link(self) -> str:
        """The address in the frame of the message's own hall; empty when its room is not installed."""
        try:
            inside = reverse(self.route, args=[self.subject_uid] if self.subject_uid else []) if self.route else ""
        except NoReverseMatch:
            return ""
        return path_prefix(self.hall) + inside.removeprefix(get_script_prefix()) if inside else ""
