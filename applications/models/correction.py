"""Correction 补正: one complete list of what is missing (Art. 32 (4)), and how the applicant answered it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedJSONField
from hall.uids import uid7


class CorrectionResult(models.TextChoices):
    """How a round ended (domain.md §4.4); empty while it is open."""

    COMPLETE = "complete", _("已补正")
    INCOMPLETE = "incomplete", _("部分补正")
    EXPIRED = "expired", _("逾期未补正")


class Correction(models.Model):
    """``entries``: [{target: field|material, key, label, problem, requirement}], frozen as they were told.

    ``unsupplied``: [{target, key, label, reason}], what the applicant cannot supply and why. ``reminded`` is the
    share of the period, in per cent, at which the applicant was reminded last.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="corrections")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT)
    round = models.PositiveSmallIntegerField(default=1)
    entries = models.JSONField()
    noticed_at = models.DateTimeField(default=now)
    due = models.DateField()
    supplied_at = models.DateTimeField(null=True)
    unsupplied = EncryptedJSONField(null=True)
    result = models.CharField(max_length=10, choices=CorrectionResult.choices, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["application", "round"], name="one_correction_per_round"),
        ]


class Widening(models.Model):
    """Widening 增补: what a clerk wants to add to a list that was already told; only a supervisor lets it pass.

    行政许可法 Art. 32 (4), 72 (4): everything is told at once. ``entries`` have the shape of a correction's;
    ``carried_by`` is the notice that told them.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="widenings")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT)
    entries = models.JSONField()
    reason = models.TextField()
    asked_by_uid = models.UUIDField()
    asked_by_name = models.CharField(max_length=100)
    asked_at = models.DateTimeField(default=now)
    allowed = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_by_uid = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)
    answered_at = models.DateTimeField(null=True)
    carried_by = models.OneToOneField(Correction, on_delete=models.PROTECT, null=True, related_name="widening")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(answered_at=None), name="one_open_widening"
            ),
            models.CheckConstraint(
                condition=Q(allowed=None) | ~Q(answer=""), name="widening_answered_with_a_reason"
            ),
        ]
