"""The decision 决定 (Art. 37–38): exactly one a case, in writing, with reasons and legal basis."""

from django.db import models

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Decision(models.Model):
    """``reasons`` must not be empty for a denial; ``content`` is what a grant allows."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="decision")
    handling = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="decision")
    granted = models.BooleanField()
    content = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    legal_basis = models.JSONField(default=list)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    # Made by the item's published rules, and by no person (applications.actions.automatic).
    automatic = models.BooleanField(default=False)
    signed_by_uid = models.UUIDField(null=True)
    signed_by_name = models.CharField(max_length=100)
    decided_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(granted=True) | ~models.Q(reasons=""), name="denials_give_reasons"
            ),
            models.CheckConstraint(
                condition=models.Q(automatic=False, signed_by_uid__isnull=False)
                | models.Q(automatic=True, granted=True, signed_by_uid=None),
                name="automatic_decisions_only_grant",
            ),
        ]
