"""Conveyances 转让 (行政许可法 Art. 9): the holder of a licence lets somebody take it over, where a law allows it.

The holder offers it and the new holder confirms by applying; the agency examines the new holder and decides.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.licence import Licence
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class ConveyanceEnd(models.TextChoices):
    TAKEN_BACK = "taken_back", _("转让人收回")
    DECLINED = "declined", _("受让人谢绝")
    FAILED = "failed", _("没有获准")
    DONE = "done", _("已经转让")


class Conveyance(models.Model):
    """``to_name`` and ``to_code`` say to whom, whether or not they have an account; ``application`` is theirs."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="conveyances")
    to_name = models.CharField(max_length=200)
    to_code = EncryptedTextField()
    to_code_index = models.CharField(max_length=64)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True)
    # A draft that is thrown away leaves the offer open.
    application = models.OneToOneField(Application, on_delete=models.SET_NULL, null=True, related_name="conveyance")
    ended_at = models.DateTimeField(null=True)
    ended_as = models.CharField(max_length=10, choices=ConveyanceEnd.choices, blank=True)

    class Meta:
        constraints = [
            # A licence is offered to one at a time.
            models.UniqueConstraint(fields=["licence"], condition=Q(ended_at=None), name="one_open_conveyance"),
        ]
        indexes = [
            # what is offered to somebody
            models.Index(fields=["to_code_index"], name="conveyance_to", condition=Q(ended_at=None)),
        ]
