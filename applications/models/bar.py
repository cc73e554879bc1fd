"""Bar 限制申请: after false materials or a licence got by fraud, the same item cannot be applied for again for a time.

行政许可法 Art. 78 (one year) and Art. 79 (three years), for items that touch public safety, health, life or property.
"""


from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.uids import uid7


class BarKind(models.TextChoices):
    FALSE_MATERIAL = "false_material", _("隐瞒有关情况或者提供虚假材料")
    FRAUD = "fraud", _("以欺骗、贿赂等不正当手段取得许可")


class ApplicantBar(models.Model):
    """``barred_until`` is the last barred day: the bar lifts by the date alone, no job has to run (T14, T15).

    ``application`` is the case in which the bar was set.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    applicant_code_index = models.CharField(max_length=64)
    catalog_code = models.CharField(max_length=12)
    kind = models.CharField(max_length=20, choices=BarKind.choices)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="bars_set")
    barred_from = models.DateField()
    barred_until = models.DateField()
    basis = models.TextField()
    set_by_uid = models.UUIDField()
    set_by_name = models.CharField(max_length=100)
    set_at = models.DateTimeField(default=now)
    lifted_at = models.DateTimeField(null=True)
    lifted_by_uid = models.UUIDField(null=True)
    lifted_by_name = models.CharField(max_length=100, blank=True)
    lift_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "kind"], name="one_bar_of_a_kind_for_a_case"),
            models.CheckConstraint(
                condition=Q(lifted_at=None) | ~Q(lift_reason=""), name="bars_are_lifted_with_a_reason"
            ),
        ]
        indexes = [
            # filing: what bars this applicant from this item
            models.Index(fields=["applicant_code_index", "catalog_code", "barred_until"], name="bar_of_applicant"),
        ]
