"""The substance check 实地核查 of a handling (行政许可法 Art. 34, 55): who saw what, where, when, and who confirmed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.handling import Handling
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7

# Art. 34, third paragraph: never one officer alone.
LEAST_OFFICERS = 2


class InspectionKind(models.TextChoices):
    SITE = "site", _("实地核查")
    TECHNICAL = "technical", _("检验、检测、检疫")


class Confirmation(models.TextChoices):
    """What the inspected side did with the record when it was read to them."""

    CONFIRMED = "confirmed", _("核对无误，签字确认")
    OBJECTED = "objected", _("有异议")
    REFUSED = "refused", _("拒绝签字")
    ABSENT = "absent", _("无人在场")


class Inspection(models.Model):
    """``officers``: [{uid, name, number}] as they were that day; facts and place are sealed, they tell of premises."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="inspections")
    kind = models.CharField(max_length=12, choices=InspectionKind.choices, default=InspectionKind.SITE)
    held_at = models.DateTimeField()
    place = EncryptedTextField()
    officers = models.JSONField()
    officer_uids = ArrayField(models.UUIDField())
    standard = models.TextField(blank=True)
    facts = EncryptedTextField()
    meets = models.BooleanField()
    result = models.TextField()
    confirmation = models.CharField(max_length=12, choices=Confirmation.choices)
    confirmed_by = EncryptedTextField(blank=True)
    remark = EncryptedTextField(blank=True)
    recorded_by_uid = models.UUIDField()
    recorded_by_name = models.CharField(max_length=100)
    recorded_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(officer_uids__len__gte=LEAST_OFFICERS), name="never_one_officer_alone"
            ),
        ]
