"""Avoidance 回避: an officer with an interest in a case stays out of it, by own declaration, by order or on request."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class Origin(models.TextChoices):
    DECLARED = "declared", _("本人声明")
    ORDERED = "ordered", _("机关决定")
    ASKED = "asked", _("申请人申请")


class AvoidanceState(models.TextChoices):
    PENDING = "pending", _("等待决定")
    STANDS = "stands", _("回避")
    REFUSED = "refused", _("不予回避")


class Avoidance(models.Model):
    """Why an officer keeps out of a handling; that they do stands in ``Handling.kept_out``.

    An applicant names the officer in words, and whoever decides finds out who is meant. Reasons tell of relatives
    and debts, so they are sealed.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="avoidances")
    origin = models.CharField(max_length=10, choices=Origin.choices)
    state = models.CharField(max_length=10, choices=AvoidanceState.choices)
    officer_uid = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=100)
    reason = EncryptedTextField()
    raised_at = models.DateTimeField(default=now)
    answer = EncryptedTextField(blank=True)
    decided_by_uid = models.UUIDField(null=True)
    decided_by_name = models.CharField(max_length=100, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling", "officer_uid"],
                condition=Q(state=AvoidanceState.STANDS),
                name="an_officer_avoids_once",
            ),
        ]
