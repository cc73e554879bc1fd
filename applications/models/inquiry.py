"""Inquiry 询问: a written question to the applicant after acceptance, answered in words only.

行政许可法 Art. 32 (4), 72 (4): after acceptance no material is asked for and none is taken.
"""

from django.db import models
from django.db.models import Q

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class Inquiry(models.Model):
    """The clock runs on meanwhile. ``names_material``: confirmed by the clerk although it names a material (R03)."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="inquiries")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="inquiries")
    text = EncryptedTextField()
    asked_by_uid = models.UUIDField()
    asked_by_name = models.CharField(max_length=100)
    asked_at = models.DateTimeField(default=now)
    days = models.PositiveSmallIntegerField()
    due = models.DateField()
    names_material = models.BooleanField(default=False)
    answer = EncryptedTextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    # Answered, or past its day and replaced by another question.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application"], condition=Q(ended_at=None), name="one_open_inquiry"),
        ]
