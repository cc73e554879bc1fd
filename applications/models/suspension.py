"""Suspension 除外时间 (行政许可法 Art. 45): time that no limit counts, told to the applicant before it begins.

Several may run at once. The database knows no suspension that has begun without its written notice (D-10).
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.handling import Handling
from applications.models.paper import Paper
from applications.models.proposed import Proposed
from hall.uids import uid7


class SuspensionKind(models.TextChoices):
    """The closed list of Art. 45; ``other`` is an item's own kind, with the law it rests on."""

    HEARING = "hearing", _("听证")
    TENDER = "tender", _("招标")
    AUCTION = "auction", _("拍卖")
    INSPECTION = "inspection", _("检验")
    TESTING = "testing", _("检测")
    QUARANTINE = "quarantine", _("检疫")
    APPRAISAL = "appraisal", _("鉴定")
    EXPERT_REVIEW = "expert_review", _("专家评审")
    OTHER = "other", _("本事项依法规定的其他程序")


class Suspension(Proposed):
    """Proposed by an examiner, answered by a signer or the head; ``begun_on`` is the day on which it was told.

    Both ``begun_on`` and ``ended_on`` are taken out of every limit of the case.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="suspensions")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="suspensions")
    kind = models.CharField(max_length=20, choices=SuspensionKind.choices)
    # What it is called on the papers: the kind's own name, or the item's.
    name = models.CharField(max_length=200)
    basis = models.TextField()
    reason = models.TextField()
    estimated_days = models.PositiveSmallIntegerField()
    performer = models.CharField(max_length=200)
    fee_bearer = models.CharField(max_length=200)
    notice = models.OneToOneField(Paper, on_delete=models.PROTECT, null=True, related_name="suspension")
    begun_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    result = models.TextField(blank=True)
    ended_by_uid = models.UUIDField(null=True)
    ended_by_name = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("除外时间")
        constraints = [
            models.CheckConstraint(
                condition=Q(begun_on=None, notice=None)
                | Q(begun_on__isnull=False, notice__isnull=False, answered_by_uid__isnull=False),
                name="suspension_begins_with_its_notice",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None)
                | (Q(begun_on__isnull=False, ended_on__gte=F("begun_on")) & ~Q(result="")),
                name="suspension_ends_with_its_result",
            ),
            models.CheckConstraint(
                condition=Q(answered_by_uid=None) | ~Q(answered_by_uid=F("proposed_by_uid")),
                name="suspension_answered_by_another",
            ),
            models.CheckConstraint(
                condition=Q(estimated_days__gte=1) & ~Q(basis=""), name="suspension_says_how_long_and_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_running(self) -> bool:
        return self.begun_on is not None and self.ended_on is None
