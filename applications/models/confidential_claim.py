"""The applicant's mark on a material or an answer: trade secret, undisclosed or confidential business information.

行政许可法 Art. 5: what is marked so is not disclosed without consent. Marked in the draft, fixed with the case.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.crypto import EncryptedTextField


class Secret(models.TextChoices):
    """The three kinds of Art. 5."""

    TRADE_SECRET = "trade_secret", _("商业秘密")
    UNDISCLOSED = "undisclosed", _("未披露信息")
    BUSINESS = "business", _("保密商务信息")


class ConfidentialClaim(models.Model):
    """``target`` is material or field, ``key`` its key in the item file; the reason may tell the secret itself."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="confidential_claims")
    target = models.CharField(max_length=10)
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Secret.choices)
    reason = EncryptedTextField()
    claimed_at = models.DateTimeField(default=now)
    # Taken back while the application was a draft.
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "target", "key"], condition=Q(withdrawn_at=None), name="one_claim_of_a_thing"
            ),
        ]

    @property
    def place(self) -> str:
        return f"{self.target}.{self.key}"
