"""Interested parties 利害关系人 and what they say (行政许可法 Art. 36): told in writing, given time, heard.

The applicant is heard as well and so has a row here, once somebody else is told. Nobody here needs an account.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7

if TYPE_CHECKING:
    from django.db.models import QuerySet


class InterestedParty(models.Model):
    """Somebody whose views must be heard before the decision. The period is counted from ``told_on``, never stored."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="parties")
    is_applicant = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    contact = EncryptedTextField(blank=True)
    interest = EncryptedTextField()
    told_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    waived_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        statements: "QuerySet[Statement]"

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(is_applicant=True), name="applicant_is_told_once"
            ),
        ]


class Statement(models.Model):
    """What one side said, as it was written down or handed in; a file, if any, is an ``Exhibit`` of it."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    party = models.ForeignKey(InterestedParty, on_delete=models.PROTECT, related_name="statements")
    text = EncryptedTextField()
    recorded_by_uid = models.UUIDField()
    recorded_by_name = models.CharField(max_length=100)
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
