"""Correction 补正: one complete list of what is missing (Art. 32 (4)), and when the applicant answered it."""

from django.db import models

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Correction(models.Model):
    """``entries``: [{target: field|material, key, label, problem, requirement}], frozen as they were told."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="corrections")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT)
    round = models.PositiveSmallIntegerField(default=1)
    entries = models.JSONField()
    noticed_at = models.DateTimeField(default=now)
    due = models.DateField()
    supplied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["application", "round"], name="one_correction_per_round"),
        ]
