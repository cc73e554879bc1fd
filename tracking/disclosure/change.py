"""A change to what is published, as somebody proposed it: other words, taking back, or publishing again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Ground
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7
from tracking.disclosure.change_lifecycle import OPEN_CHANGES, ChangeLifecycle
from tracking.register.models import RecordChangeReason


class ChangeKind(models.TextChoices):
    CORRECT = "correct", _("更正")
    TAKE_BACK = "take_back", _("撤下")
    PUBLISH_AGAIN = "publish_again", _("重新公示")


# Why something is taken back: on a ground of Art. 14 to 16, or because it should not have been published at all.
MISTAKE = "MISTAKE"
TAKING_BACK = [*Ground.choices, (MISTAKE, _("公示有误"))]
# What the public may be told of a correction.
CORRECTING = [RecordChangeReason.CLERICAL, RecordChangeReason.DECISION, RecordChangeReason.SCOPE]


class ProposedChange(ChangeLifecycle):
    """``words`` are the proposed ones by their names in ``actions.published.words``, empty for a taking back.

    ``reason`` is for colleagues and may tell what was wrong; ``public_reason`` is what the public reads.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    disclosure = models.ForeignKey("disclosure.Disclosure", on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(_("变更种类"), max_length=14, choices=ChangeKind.choices)
    words = models.JSONField(default=dict)
    ground = models.CharField(_("撤下的理由"), max_length=20, choices=TAKING_BACK, blank=True)
    public_reason = models.CharField(_("公开的原因"), max_length=12, choices=RecordChangeReason.choices)
    reason = EncryptedTextField(_("说明"))
    proposed_by_uid = models.UUIDField()
    proposed_by_name = models.CharField(_("提出人"), max_length=100)
    proposed_at = models.DateTimeField(_("提出时间"), default=now)

    class Meta:
        verbose_name = _("公示变更")
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure"], condition=Q(state__in=OPEN_CHANGES), name="one_open_change_of_a_disclosure"
            ),
            models.CheckConstraint(
                condition=Q(kind="take_back") & ~Q(ground="") | ~Q(kind="take_back") & Q(ground=""),
                name="taking_back_has_a_ground",
            ),
        ]

    @property
    def puts_words(self) -> bool:
        """Whether it puts words before the public, which only the head lets be."""
        return self.kind != ChangeKind.TAKE_BACK

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.disclosure_id}"
