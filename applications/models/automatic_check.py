"""The automatic check 自动审批 of a case: each published rule with its outcome, or the person who took over before it.

It only ever grants. ``outcomes``: [{name, text, holds}], frozen as the rules read then.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.uids import uid7


class Settled(models.TextChoices):
    GRANTED = "granted", _("规则全部符合，自动准予")
    PASSED_ON = "passed_on", _("转由工作人员办理")
    TAKEN_OVER = "taken_over", _("工作人员已接手")
    PERSON_ASKED = "person_asked", _("申请人要求由工作人员办理")


class AutomaticCheck(models.Model):
    """One a case. ``review_*`` is what a person found whom the applicant asked after an automatic grant."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="automatic_check")
    settled = models.CharField(max_length=15, choices=Settled.choices)
    outcomes = models.JSONField(default=list)
    # Why a person handles it though every rule may hold: a promise is pending, a bar stands.
    hindered_by = models.JSONField(default=list)
    settled_at = models.DateTimeField(default=now)
    by_uid = models.UUIDField(null=True)
    by_name = models.CharField(max_length=100, blank=True)
    review_asked_at = models.DateTimeField(null=True)
    review_done_at = models.DateTimeField(null=True)
    review_by_name = models.CharField(max_length=100, blank=True)
    review_finding = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(settled="granted") | Q(hindered_by=[]), name="automatic_grants_are_unhindered"
            ),
        ]
