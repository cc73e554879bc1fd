"""What decides who gets a scarce licence (行政许可法 Art. 53, 54): the award, or an exam's result.

Recorded by an examiner with its proof; a wrong one is replaced, never changed. Quotas (Art. 57) need no row: they
count decisions.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.exam import ExamSitting
from hall.catalogue.models import Offering
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.files.models import StoredFile
from hall.uids import uid7


class AllocationKind(models.TextChoices):
    AWARD = "award", _("招标、拍卖结果")
    EXAM = "exam", _("考试、考核结果")


class AllocationResult(models.Model):
    """``reference`` is the lot or the exam; ``outcome`` its winner or the score, sealed: it is about a person."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="allocation_results")
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=AllocationKind.choices)
    # Won the lot, or passed the exam.
    favourable = models.BooleanField()
    reference = models.CharField(max_length=100)
    outcome = EncryptedTextField()
    happened_on = models.DateField()
    # What proves it: a file, or the organ's own exam with the marks of this candidate.
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    sitting = models.ForeignKey(ExamSitting, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by_uid = models.UUIDField()
    recorded_by_name = models.CharField(max_length=100)
    recorded_at = models.DateTimeField(default=now)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(file=None) ^ Q(sitting=None), name="a_result_has_one_proof"),
            models.UniqueConstraint(
                fields=["application"], condition=Q(replaced_at=None), name="one_allocation_result"
            ),
            # One lot has one winner, however many applied for it.
            models.UniqueConstraint(
                fields=["offering", "reference"],
                condition=Q(kind=AllocationKind.AWARD, favourable=True, replaced_at=None),
                name="one_winner_a_lot",
            ),
        ]
