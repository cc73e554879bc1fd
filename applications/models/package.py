"""The package 转报材料: preliminary opinion and all materials, sent directly to the upper agency (Art. 35)."""

from django.db import models

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedJSONField
from hall.organisations.models import Department
from hall.uids import uid7


class Package(models.Model):
    """Frozen when sent. ``content``: applicant, answers with labels, opinions; ``materials``: names, files, digests.

    ``supplements`` are files from the lower agency's own examination. One that was returned (``missing`` says what for)
    stays as it was: the next one of the same handling has the next ``number``.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="packages")
    sent_from = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="sent_packages")
    sent_to = models.ForeignKey(Department, on_delete=models.PROTECT)
    opened_as = models.OneToOneField(Handling, on_delete=models.PROTECT, null=True, related_name="package")
    number = models.PositiveSmallIntegerField(default=1)
    opinion = models.TextField()
    content = EncryptedJSONField()
    materials = models.JSONField(default=list)
    supplements = models.JSONField(default=list)
    sent_by_uid = models.UUIDField()
    sent_by_name = models.CharField(max_length=100)
    sent_at = models.DateTimeField(default=now)
    received_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    missing = models.TextField(blank=True)
    returned_by_uid = models.UUIDField(null=True)
    returned_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sent_from", "number"], name="one_package_of_a_number"),
        ]
