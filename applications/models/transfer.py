"""A transfer 移送: the case was found to belong to another agency and went there with its number and its file."""

from django.db import models

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Transfer(models.Model):
    """``before`` ended with it, ``after`` began with it; the right agency's clock runs from ``moved_at``."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="transfers")
    before = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="+")
    after = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    moved_by_uid = models.UUIDField()
    moved_by_name = models.CharField(max_length=100)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
