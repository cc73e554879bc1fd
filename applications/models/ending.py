"""Ending 提前终结: why a case ended without a decision, who ended it, and into which case a duplicate was merged.

domain.md §1.3: withdrawn by the applicant, terminated by the agency, voided as a technical error. Nothing is deleted.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class EndingGround(models.TextChoices):
    """DEATH to IMPOSSIBLE are the cases of 行政许可法 Art. 70 (2), (3) and (5), before a licence was given."""

    WITHDRAWN = "withdrawn", _("申请人撤回申请")
    DEATH = "death", _("申请人死亡或者丧失行为能力")
    DISSOLUTION = "dissolution", _("申请的法人或者其他组织依法终止")
    IMPOSSIBLE = "impossible", _("因法律规定或者不可抗力，申请的许可事项已无法实施")
    DUPLICATE = "duplicate", _("重复申请，并入另一办件")
    TECHNICAL = "technical", _("技术性错误，作废")
    DEEMED_RENEWED = "renewed", _("期满未作决定，依法视为准予延续")


# What a signer may terminate for; each other ground has a deed of its own.
TERMINATING = [EndingGround.DEATH, EndingGround.DISSOLUTION, EndingGround.IMPOSSIBLE]


class Ending(models.Model):
    """``told_to`` are heirs, liquidators or whoever else answers now; what names them is sealed."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="ending")
    ground = models.CharField(max_length=12, choices=EndingGround.choices)
    reason = EncryptedTextField()
    told_to = EncryptedTextField(blank=True)
    contact = EncryptedTextField(blank=True)
    # The case that a duplicate was merged into.
    kept = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="merged", null=True)
    adopted = models.JSONField(default=list)
    ended_at = models.DateTimeField(default=now)
    # Empty where the law ended it.
    ended_by_uid = models.UUIDField(null=True)
    ended_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ground=EndingGround.DUPLICATE, kept__isnull=False)
                | (~Q(ground=EndingGround.DUPLICATE) & Q(kept__isnull=True)),
                name="duplicates_name_what_is_kept",
            ),
            models.CheckConstraint(condition=~Q(kept=F("application")), name="no_case_is_its_own_duplicate"),
        ]
