"""Who tests by technical standards (行政许可法 Art. 55): two officers or more, named within five working days."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class TesterAssignment(models.Model):
    """Naming others later replaces the row and keeps it."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="tester_assignments")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="tester_assignments")
    tester_uids = ArrayField(models.UUIDField())
    tester_names = ArrayField(models.CharField(max_length=100))
    assigned_by_uid = models.UUIDField()
    assigned_by_name = models.CharField(max_length=100)
    assigned_at = models.DateTimeField(default=now)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("检验人员指派")
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(replaced_at__isnull=True), name="one_assignment_of_testers"
            ),
            models.CheckConstraint(condition=Q(tester_uids__len__gte=2), name="two_testers_or_more"),
        ]
