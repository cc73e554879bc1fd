"""A commitment 告知承诺: what was told and promised in writing instead of a proof, and what came of it.

国办发〔2020〕42号; 重庆市优化营商环境条例 Art. 17, 50: freely chosen, verified afterwards, and a false one is
remembered until the applicant's credit is repaired.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class Verified(models.TextChoices):
    TRUE = "true", _("承诺属实")
    FALSE = "false", _("承诺不实")


class Measure(models.TextChoices):
    """What follows a false promise: 整改, 终止办理 (while undecided) or 撤销 (once granted)."""

    RECTIFY = "rectify", _("责令限期整改")
    STOP = "stop", _("终止按承诺办理，不予许可")
    REVOKE = "revoke", _("提出撤销决定的建议")


class Commitment(models.Model):
    """``told`` is the text as it was read: proves, text, consequence; ``sm3`` its digest.

    ``text_version`` is the number of the item version that it stands in.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="commitments")
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    told = models.JSONField()
    text_version = models.PositiveIntegerField()
    sm3 = models.CharField(max_length=64)
    signed_at = models.DateTimeField(default=now)
    signer_uid = models.UUIDField()
    signer_name = models.CharField(max_length=100)
    # The applicant changed their mind while it was a draft.
    withdrawn_at = models.DateTimeField(null=True)

    result = models.CharField(max_length=10, choices=Verified.choices, blank=True)
    verified_at = models.DateTimeField(null=True)
    verified_by_uid = models.UUIDField(null=True)
    verified_by_name = models.CharField(max_length=100, blank=True)
    facts = EncryptedTextField(blank=True)
    measure = models.CharField(max_length=10, choices=Measure.choices, blank=True)
    rectify_days = models.PositiveSmallIntegerField(null=True)
    # By when to mend, as the order told it.
    rectify_due = models.DateField(null=True)
    rectified_at = models.DateTimeField(null=True)
    # Who broke a promise, by the digest of their number; and when their credit was repaired.
    broken_by_index = models.CharField(max_length=64, blank=True)
    repaired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "key"], condition=Q(withdrawn_at=None), name="one_commitment_for_a_material"
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(verified_at__isnull=False, withdrawn_at=None),
                name="verified_promises_were_made",
            ),
        ]
        indexes = [
            # may this applicant promise again
            models.Index(
                fields=["broken_by_index"], name="commitment_broken", condition=Q(repaired_at=None, result="false")
            ),
        ]

    @property
    def is_false(self) -> bool:
        return self.result == Verified.FALSE
