"""A rule that was broken, as supervision lists it (效能监督事件, domain.md §7.4): one row for each announced event.

It names its subject by uid and number, for that may be a case, a licence, a disclosure or a complaint.
"""

from django.db import models

from hall.organisations.models import Department, Hall
from hall.uids import uid7


class BrokenRule(models.Model):
    """``since`` is the last day of what was exceeded, ``told_at`` when it was announced; no department: the hall's."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    event_uid = models.UUIDField(unique=True)
    rule = models.CharField(max_length=4)
    level = models.CharField(max_length=10)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+")
    subject_uid = models.UUIDField()
    handling_uid = models.UUIDField(null=True)
    licence_uid = models.UUIDField(null=True)
    number = models.CharField(max_length=64, blank=True)
    since = models.DateField(null=True)
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        indexes = [
            # the supervisors of a hall, newest first
            models.Index(fields=["hall", "-id"], name="broken_rules_of_hall"),
        ]
