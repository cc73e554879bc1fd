"""An opinion asked of another department 征求意见: one question, the materials chosen for it, one answer.

The department that is asked gets no handling: it sees the question and these materials, and nothing else of the case.
行政许可法 Art. 45 does not name it, so no clock stops for it.
"""

from django.db import models

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.organisations.models import Department
from hall.uids import uid7


class OpinionRequest(models.Model):
    """``materials``: [{uid, name}], frozen as they were chosen; ``days`` are working days from ``asked_at``."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="opinion_requests")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="opinion_requests")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    question = models.TextField()
    materials = models.JSONField(default=list)
    days = models.PositiveSmallIntegerField()
    asked_by_uid = models.UUIDField()
    asked_by_name = models.CharField(max_length=100)
    asked_at = models.DateTimeField(default=now)
    answer = models.TextField(blank=True)
    answered_by_uid = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)
    answered_at = models.DateTimeField(null=True)
    # The part that asked has ended: nobody needs the answer any more.
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answer="")
                | (models.Q(answered_at__isnull=False) & ~models.Q(answer="")),
                name="answers_say_something",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None
