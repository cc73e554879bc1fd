"""A violation found elsewhere 违法行为抄告 (行政许可法 Art. 64): told to the agency that decided, which answers.

``VIOLATION_NOTICE`` between halls: it leaves as a letter, arrives once, and is due to be answered from that day on.
"""

from django.db import models
from django.db.models import Q

from applications.models.licence import Licence
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.organisations.models import Department, Hall
from hall.uids import uid7


class ViolationNotice(models.Model):
    """``department`` found it; the one that answers is the issuer of ``licence``. ``uid`` is given by the sender's
    page, so that sent twice it is one notice."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="violation_notices")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    facts = EncryptedTextField()
    basis = models.TextField()
    # How the agency that found it dealt with it, by the law of the place.
    handled = EncryptedTextField()
    sent_by_uid = models.UUIDField()
    sent_by_name = models.CharField(max_length=100)
    sent_at = models.DateTimeField(default=now)
    received_at = models.DateTimeField(null=True)
    # Working days from receipt, as the installation had set them then.
    days = models.PositiveSmallIntegerField()
    answer = EncryptedTextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_uid = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(received_at__isnull=False), name="what_is_answered_was_received"
            ),
        ]
        indexes = [
            # what a department sent, newest first; what it received is read by the licence
            models.Index(fields=["department", "-id"], name="violation_notices_sent"),
        ]

    @property
    def hall(self) -> Hall:
        """Whose deed the notice is: the sender's."""
        return self.department.hall
