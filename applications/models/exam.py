"""An exam 考试 as the organ holds it (行政许可法 Art. 54): a sitting, a seat for each accepted case, and the marks.

Marks are about a person and sealed. A wrong set is replaced with its reason, never changed; the one that counts is what
the decision rests on (``AllocationResult``).
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.catalogue.models import Offering
from hall.clock import now
from hall.crypto import EncryptedJSONField
from hall.organisations.models import Department, Hall
from hall.uids import uid7

if TYPE_CHECKING:
    from django.db.models import QuerySet


class ExamSitting(models.Model):
    """When and where one exam is held, how many may sit it, and what each subject needs to be passed."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    held_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    subjects = ArrayField(models.CharField(max_length=40))
    seats = models.PositiveIntegerField()
    full_mark = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(100))
    # Every subject has to reach it.
    pass_line = models.DecimalField(max_digits=6, decimal_places=2)
    planned_by_uid = models.UUIDField()
    planned_by_name = models.CharField(max_length=100)
    planned_at = models.DateTimeField(default=now)

    if TYPE_CHECKING:
        taken: "QuerySet[ExamSeat]"

    class Meta:
        ordering = ["-held_at", "-id"]
        verbose_name = _("考试")
        constraints = [
            models.UniqueConstraint(fields=["offering", "title"], name="one_sitting_of_a_title"),
            models.CheckConstraint(condition=Q(pass_line__gt=0, pass_line__lte=models.F("full_mark")), name="can_pass"),
        ]
        indexes = [
            # the exams of a department, newest first
            models.Index(fields=["department", "-held_at", "-id"], name="exams_of_department"),
        ]


class ExamSeat(models.Model):
    """The place of one case in a sitting; ``number`` is that of the admission."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    sitting = models.ForeignKey(ExamSitting, on_delete=models.PROTECT, related_name="taken")
    # An application is for one exam.
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="exam_seat")
    number = models.PositiveIntegerField()
    enrolled_by_uid = models.UUIDField()
    enrolled_by_name = models.CharField(max_length=100)
    enrolled_at = models.DateTimeField(default=now)

    if TYPE_CHECKING:
        marks: "QuerySet[ExamMarks]"

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="one_on_a_seat")]

    @property
    def admission_no(self) -> str:
        """准考证号: the day of the exam, the sitting and the seat."""
        return f"{self.sitting.held_at:%Y%m%d}{self.sitting_id:06d}{self.number:05d}"


class ExamMarks(models.Model):
    """``marks`` by subject as text; none where the candidate did not come."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    seat = models.ForeignKey(ExamSeat, on_delete=models.PROTECT, related_name="marks")
    marks = EncryptedJSONField(null=True)
    absent = models.BooleanField(default=False)
    passed = models.BooleanField()
    # The digest of the list that they were read from; empty where they were entered by hand.
    source = models.CharField(max_length=64, blank=True)
    entered_by_uid = models.UUIDField()
    entered_by_name = models.CharField(max_length=100)
    entered_at = models.DateTimeField(default=now)
    # Why these replaced the ones before.
    why = models.TextField(blank=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seat"], condition=Q(replaced_at=None), name="one_set_of_marks_counts"),
            models.CheckConstraint(condition=Q(absent=False) | Q(passed=False), name="who_is_absent_has_not_passed"),
        ]
