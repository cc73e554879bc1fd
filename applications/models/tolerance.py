"""A tolerance 容缺后补: a material to be handed in after acceptance, by when, and whether it came.

domain.md §1.5: told once with list, form, deadline and consequence.
"""

from django.db import models
from django.db.models import Q

from applications.models.application import Application
from hall.clock import now
from hall.uids import uid7


class Tolerance(models.Model):
    """``days`` and ``consequence`` as the item told them; ``due`` is derived once acceptance has told it."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="tolerances")
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    days = models.PositiveSmallIntegerField()
    consequence = models.TextField()
    grant_first = models.BooleanField(default=False)
    chosen_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True)
    due = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    made_up_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "key"], condition=Q(withdrawn_at=None), name="one_tolerance_for_a_material"
            ),
        ]
