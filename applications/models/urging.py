"""Urging 督促 of a joint department that let its period pass: after it the lead need not wait any longer."""

from django.db import models

from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Urging(models.Model):
    """``handling`` is the late part; urging once is enough for the lead to decide without it (Art. 26, 42)."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="urging")
    reason = models.TextField()
    made_by_uid = models.UUIDField()
    made_by_name = models.CharField(max_length=100)
    made_at = models.DateTimeField(default=now)
