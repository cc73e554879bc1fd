"""Extension 延期 (行政许可法 Art. 42): once, before the limit is over, approved by the right head, its reason told."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from applications.models.paper import Paper
from applications.models.proposed import Proposed
from hall.uids import uid7


class Extension(Proposed):
    """``approver`` is the duty that may grant it; ``granted_on`` stays empty until the applicant was told (D-07)."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="extensions")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="extensions")
    days = models.PositiveSmallIntegerField()
    reason = models.TextField()
    approver = models.CharField(max_length=12)
    notice = models.OneToOneField(Paper, on_delete=models.PROTECT, null=True, related_name="extension")
    granted_on = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("延期")
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(granted_on__isnull=False), name="extended_once"
            ),
            models.UniqueConstraint(
                fields=["handling"], condition=Q(answered_at__isnull=True), name="one_extension_proposed"
            ),
            models.CheckConstraint(
                condition=Q(granted_on=None, notice=None)
                | Q(granted_on__isnull=False, notice__isnull=False, answered_by_uid__isnull=False),
                name="extension_granted_with_its_notice",
            ),
            models.CheckConstraint(
                condition=Q(answered_by_uid=None) | ~Q(answered_by_uid=F("proposed_by_uid")),
                name="extension_answered_by_another",
            ),
            models.CheckConstraint(condition=Q(days__gte=1) & ~Q(reason=""), name="extension_says_how_long_and_why"),
        ]
