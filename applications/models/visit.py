"""What the record of every visit by officers says, before the grant (行政许可法 Art. 34, 55) and after it (Art. 61)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.crypto import EncryptedTextField

# Art. 34, third paragraph: never one officer alone.
LEAST_OFFICERS = 2


class Confirmation(models.TextChoices):
    """What the inspected side did with the record when it was read to them."""

    CONFIRMED = "confirmed", _("核对无误，签字确认")
    OBJECTED = "objected", _("有异议")
    REFUSED = "refused", _("拒绝签字")
    ABSENT = "absent", _("无人在场")


class Visit(models.Model):
    """``officers``: [{uid, name, number}] as they were that day; facts and place are sealed, they tell of premises."""

    held_at = models.DateTimeField()
    place = EncryptedTextField()
    officers = models.JSONField()
    officer_uids = ArrayField(models.UUIDField())
    facts = EncryptedTextField()
    confirmation = models.CharField(max_length=12, choices=Confirmation.choices)
    confirmed_by = EncryptedTextField(blank=True)
    remark = EncryptedTextField(blank=True)
    recorded_by_uid = models.UUIDField()
    recorded_by_name = models.CharField(max_length=100)
    recorded_at = models.DateTimeField(default=now)

    class Meta:
        abstract = True
