"""A step 环节 inside a handling: who did it, from when to when, and the opinion, never a bare signature."""

from django.db import models
from django.db.models import Q

from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Step(models.Model):
    """One turn of one blueprint step; a step that was sent back has several."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="steps")
    name = models.CharField(max_length=60)
    title = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    begun_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    done_by_uid = models.UUIDField(null=True)
    done_by_name = models.CharField(max_length=100, blank=True)
    favourable = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(ended_at__isnull=True), name="one_open_step"
            ),
        ]
