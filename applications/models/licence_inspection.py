"""The inspection of a licence after the grant 监督检查 (行政许可法 Art. 61): recorded, signed, archived, consulted.

Once every officer who went has signed, the record is archived as a paper and its row changes no more; what the holder
had to mend is followed up in a row of its own.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.licence import Licence
from applications.models.paper import Paper
from applications.models.visit import LEAST_OFFICERS, Visit
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class InspectionReason(models.TextChoices):
    PLANNED = "planned", _("计划检查")
    UNPLANNED = "unplanned", _("临时检查")


class InspectionResult(models.TextChoices):
    PASSES = "passes", _("未发现问题")
    MEND = "mend", _("责令限期改正")
    ENFORCE = "enforce", _("移送执法机关处理")


class LicenceInspection(Visit):
    """``signatures`` are as they were given: [{uid, name, at}]."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="inspections")
    reason = models.CharField(max_length=10, choices=InspectionReason.choices)
    result = models.CharField(max_length=10, choices=InspectionResult.choices)
    # What is to be mended, or what is passed on.
    told = EncryptedTextField(blank=True)
    mend_days = models.PositiveSmallIntegerField(null=True)
    passed_to = models.CharField(max_length=200, blank=True)
    signatures = models.JSONField(default=list)
    archived_at = models.DateTimeField(null=True)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    discarded_at = models.DateTimeField(null=True)
    discard_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(officer_uids__len__gte=LEAST_OFFICERS), name="no_licence_is_inspected_by_one"
            ),
            models.CheckConstraint(
                condition=Q(archived_at=None, paper=None) | Q(archived_at__isnull=False, paper__isnull=False),
                name="archived_inspections_have_their_paper",
            ),
            models.CheckConstraint(
                condition=Q(archived_at=None) | Q(discarded_at=None), name="nothing_archived_is_discarded"
            ),
            models.CheckConstraint(
                condition=~Q(result="mend") | Q(mend_days__isnull=False), name="mending_has_its_days"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Art. 61: what is archived stays as it was signed."""
        if self.pk and type(self).objects.filter(pk=self.pk, archived_at__isnull=False).exists():
            raise RuntimeError("an archived inspection is never written again")
        super().save(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        """Written and waiting for signatures."""
        return self.archived_at is None and self.discarded_at is None

    def has_signed(self, uid: Any) -> bool:
        return str(uid) in {one["uid"] for one in self.signatures}

    @property
    def unsigned(self) -> list[dict[str, str]]:
        return [one for one in self.officers if not self.has_signed(one["uid"])]


class Mending(models.Model):
    """改正复查: what was to be mended, by when, and whether it was. ``due`` is derived from archiving and days."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    inspection = models.OneToOneField(LicenceInspection, on_delete=models.PROTECT, related_name="mending")
    due = models.DateField()
    checked_at = models.DateTimeField(null=True)
    mended = models.BooleanField(null=True)
    found = EncryptedTextField(blank=True)
    checked_by_uid = models.UUIDField(null=True)
    checked_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_at=None, mended=None) | Q(checked_at__isnull=False, mended__isnull=False),
                name="mending_is_checked_or_waits",
            ),
        ]
