"""A step 环节 inside a handling: who did it, from when to when, and the opinion, never a bare signature."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.handling import Handling
from hall.clock import now
from hall.uids import uid7


class Finding(models.TextChoices):
    """The examiner's answer to one point of the check-list."""

    MEETS = "meets", _("符合")
    FAILS = "fails", _("不符合")
    NOT_APPLICABLE = "na", _("不适用")


class Step(models.Model):
    """One turn of one blueprint step; a step that was sent back has several."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="steps")
    name = models.CharField(max_length=60)
    title = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    begun_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    done_by_uid = models.UUIDField(null=True)
    done_by_name = models.CharField(max_length=100, blank=True)
    favourable = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)
    # The officer declared in this turn to have no interest in the case.
    no_conflict = models.BooleanField(default=False)
    # The item's check-list as it was answered: [{key, text, basis, finding, remark}], finding meets, fails or na.
    checks = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(ended_at__isnull=True), name="one_open_step"
            ),
        ]
