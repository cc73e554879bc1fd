"""Which published decisions the credit platform has, and what keeps the others from it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.organisations.models import Hall
from hall.uids import uid7


class Standing(models.TextChoices):
    WAITING = "waiting", _("待报送")
    FAULTY = "faulty", _("校验未通过")
    SENT = "sent", _("已报送")
    # Taken back before it was ever sent: nothing is owed, unless it is published again.
    LET_GO = "let_go", _("已撤下，不再报送")


class CreditFile(models.Model):
    """One delivery, sealed for the platform when it is made, so that whatever is tried again is the same bytes.

    It is dropped when it has been delivered; nobody can download it.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("制作时间"), default=now)
    number = models.PositiveIntegerField(_("记录数"))
    sealed = models.TextField(blank=True)
    # Of the sealed text, as the platform receives it.
    sm3 = models.CharField(max_length=64, blank=True)
    delivered_at = models.DateTimeField(_("送达时间"), null=True)

    class Meta:
        verbose_name = _("双公示报送文件")
        indexes = [
            # the desk of a hall, newest first
            models.Index(fields=["hall", "-id"], name="credit_file_newest"),
            # what a hall has still to deliver, in this order
            models.Index(fields=["hall", "id"], name="credit_file_owed", condition=Q(delivered_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.hall_id} {self.made_at}"


class CreditRow(models.Model):
    """One disclosure. ``faults`` are columns and reasons, never values; a later change makes it wait again.

    ``said`` is a keyed digest of what no other row may say, as the platform has it: document, grantee and day.
    """

    disclosure_uid = models.UUIDField(unique=True)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    document_number = models.CharField(_("决定文书号"), max_length=64)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.WAITING)
    faults = models.JSONField(default=list)
    judged_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey(CreditFile, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("双公示记录")
        constraints = [models.UniqueConstraint(fields=["said"], condition=~Q(said=""), name="credit_row_said_once")]
        indexes = [
            # what waits in a hall, oldest first
            models.Index(fields=["hall", "id"], name="credit_row_waiting", condition=Q(standing="waiting")),
            # what is to be put right in a hall
            models.Index(fields=["hall", "-id"], name="credit_row_faulty", condition=Q(standing="faulty")),
            # what is to be judged again, the longest unjudged first
            models.Index(fields=["hall", "judged_at"], name="credit_row_again", condition=Q(standing="faulty")),
        ]

    def __str__(self) -> str:
        return self.document_number
