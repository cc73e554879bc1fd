"""The substance check 实地核查 of a handling (行政许可法 Art. 34, 55): who saw what, where, when, and who confirmed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.handling import Handling
from applications.models.visit import LEAST_OFFICERS, Visit
from hall.uids import uid7


class InspectionKind(models.TextChoices):
    SITE = "site", _("实地核查")
    TECHNICAL = "technical", _("检验、检测、检疫")


class Inspection(Visit):
    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="inspections")
    kind = models.CharField(max_length=12, choices=InspectionKind.choices, default=InspectionKind.SITE)
    standard = models.TextField(blank=True)
    meets = models.BooleanField()
    result = models.TextField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(officer_uids__len__gte=LEAST_OFFICERS), name="never_one_officer_alone"
            ),
        ]
