"""A due date that a changed calendar moved, or would have moved before the applicant could act (domain.md §11 (3))."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.uids import uid7


class DueClock(models.TextChoices):
    """The limits that an applicant is told."""

    INTAKE = "intake", _("受理期限")
    PROMISE = "promise", _("承诺期限")
    STATUTORY = "statutory", _("法定期限")
    CORRECTION = "correction", _("补正期限")
    TOLERANCE = "tolerance", _("容缺材料后补期限")
    INQUIRY = "inquiry", _("答复询问期限")
    RECTIFICATION = "rectification", _("整改期限")
    HEARING = "hearing", _("申请听证期限")
    STATEMENT = "statement", _("陈述申辩期限")
    DELIVERY = "delivery", _("送达期限")


class MovedDue(models.Model):
    """``kept``: the date that was told stands, and goes on being counted by the calendar of ``before_version``.

    ``subject_uid`` is what the limit belongs to: the case, a handling, a correction. A fact, never derived.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="moved_dues")
    subject_uid = models.UUIDField()
    clock = models.CharField(max_length=14, choices=DueClock.choices)
    before = models.DateField()
    after = models.DateField()
    before_version = models.CharField(max_length=30)
    after_version = models.CharField(max_length=30)
    reason = models.CharField(max_length=300, blank=True)
    # Whose calendar it was counted by.
    division = models.CharField(max_length=12)
    kept = models.BooleanField(default=False)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        verbose_name = _("期限调整")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_uid", "clock", "after_version", "kept"], name="moved_once_by_a_calendar"
            ),
        ]
