"""A supervision order 督办: the supervisor finds something in a handling, and its agency must answer (Art. 60, 72)."""

from django.db import models

from applications.documents.builders import OrderKind
from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class SupervisionOrder(models.Model):
    """``due`` is derived: the agency's answer is owed so many working days after ``made_at``."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="supervision_orders")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="supervision_orders")
    kind = models.CharField(max_length=10, choices=OrderKind.choices)
    found = models.TextField()
    requirement = models.TextField()
    days = models.PositiveSmallIntegerField()
    due = models.DateField()
    made_at = models.DateTimeField(default=now)
    made_by_uid = models.UUIDField()
    made_by_name = models.CharField(max_length=100)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_uid = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)
    late_noted = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        indexes = [
            # a case: the supervision_orders that still wait for their answer
            models.Index(fields=["application"], name="order_open", condition=models.Q(answered_at=None)),
        ]
