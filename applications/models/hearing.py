"""The hearing 听证 and its parties, sittings and challenges (行政许可法 Art. 46-48). History is rows.

A case may have several: one by law or by order (Art. 46), one asked for by those whose interests it touches (Art. 47).
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.hearing_lifecycle import HearingLifecycle, HearingState
from applications.models.application import Application
from applications.models.handling import Handling
from applications.models.suspension import Suspension
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.files.models import StoredFile
from hall.uids import uid7

if TYPE_CHECKING:
    from django.db.models import QuerySet


class HearingGround(models.TextChoices):
    """Why a hearing is held, or may be."""

    BY_LAW = "by_law", _("法律、法规、规章规定应当听证")
    PUBLIC_INTEREST = "public_interest", _("涉及公共利益的重大行政许可事项")
    INTERESTS = "interests", _("直接涉及申请人与他人之间重大利益关系")


class Hearing(HearingLifecycle):
    """``matter`` is public and names nobody; ``record`` and ``adoption`` (how the decision used it) are of the file."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="hearings")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="hearings")
    ground = models.CharField(max_length=20, choices=HearingGround.choices)
    reason = models.TextField(blank=True)
    matter = models.CharField(max_length=500, blank=True)
    # Who told of the right, ordered it, or wrote down that somebody asked.
    opened_by_uid = models.UUIDField()
    opened_by_name = models.CharField(max_length=100)
    opened_at = models.DateTimeField(default=now)
    # T10 passed without a hearing: told once to the supervision engine (R18).
    overdue_told_at = models.DateTimeField(null=True)

    # The time that it takes out of the limits (Art. 45), from the day on which it is owed.
    suspension = models.OneToOneField(Suspension, on_delete=models.PROTECT, null=True, related_name="hearing")

    attended = EncryptedTextField(blank=True)
    absent = EncryptedTextField(blank=True)
    record = EncryptedTextField(blank=True)
    record_file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    recorder_name = models.CharField(max_length=100, blank=True)
    adoption = models.TextField(blank=True)

    if TYPE_CHECKING:
        parties: "QuerySet[HearingParty]"
        sittings: "QuerySet[Sitting]"

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=HearingState.RECORDED) | Q(record_file__isnull=False, recorded_at__isnull=False),
                name="recorded_hearing_has_its_record",
            ),
        ]

    @property
    def may_be_given_up(self) -> bool:
        """Art. 47 gives a right; a hearing that the law or the public interest wants (Art. 46) is nobody's to waive."""
        return self.ground == HearingGround.INTERESTS


class PartyRole(models.TextChoices):
    APPLICANT = "applicant", _("申请人")
    INTERESTED = "interested", _("利害关系人")


class HearingParty(models.Model):
    """Who was told of the right or asked without it. ``period_unit`` is that of the day on which they were told."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=12, choices=PartyRole.choices)
    name = models.CharField(max_length=200)
    contact = EncryptedTextField(blank=True)
    told_on = models.DateField(null=True)
    period_unit = models.CharField(max_length=10, default="working")
    requested_on = models.DateField(null=True)
    waived_at = models.DateTimeField(null=True)
    statement = EncryptedTextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(role=PartyRole.APPLICANT), name="one_applicant_a_hearing"
            ),
        ]


class Sitting(models.Model):
    """Day, place and presider as they were told; a postponement or another presider makes a new row."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="sittings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    presider_uid = models.UUIDField()
    presider_name = models.CharField(max_length=100)
    # 听证公告: anyone may read it and register until the day before.
    public = models.BooleanField(default=False)
    who_may_attend = models.CharField(max_length=500, blank=True)
    seats = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    noticed_at = models.DateTimeField(default=now)
    replaced_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        challenges: "QuerySet[Challenge]"

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(replaced_at=None), name="one_current_sitting"
            ),
        ]
        indexes = [
            # the public list of hearings: the latest day first, by keyset
            models.Index(
                fields=["-starts_at", "-id"], name="sitting_public", condition=Q(public=True, replaced_at=None)
            ),
        ]


class Challenge(models.Model):
    """A challenge 回避申请 of the presider (Art. 48 (3)); the head of the agency decides."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="challenges")
    by_name = models.CharField(max_length=200)
    reason = EncryptedTextField()
    challenged_at = models.DateTimeField(default=now)
    upheld = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "by_name"], condition=Q(answered_at=None), name="one_open_challenge"
            ),
        ]


class Listener(models.Model):
    """Somebody from the public who registered to attend (旁听)."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="listeners")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hearing", "user"], name="one_registration_a_person"),
        ]
