"""A check by a second pair of eyes of anything that is to be published (政府信息公开条例 Art. 17; 保密法 Art. 35)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.organisations.models import Hall
from hall.uids import uid7


class ReviewState(models.TextChoices):
    OPEN = "open", _("待审查")
    PASSED = "passed", _("审查通过")
    REFUSED = "refused", _("审查未通过")


class Review(models.Model):
    """The subject is named by kind and uid, never by a foreign key: a review outlives what it judged.

    ``digest`` is of the text that was judged, so that a later text cannot travel on an earlier pass.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    kind = models.CharField(_("审查事项"), max_length=40)
    subject_uid = models.UUIDField()
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("状态"), max_length=10, choices=ReviewState.choices, default=ReviewState.OPEN)
    digest = models.CharField(max_length=64, editable=False)
    findings = models.JSONField(_("自动筛查结果"), default=list)
    drafted_by_uid = models.UUIDField()
    drafted_by_name = models.CharField(_("起草人"), max_length=100)
    drafted_at = models.DateTimeField(_("提交审查时间"), default=now)
    checked_by_uid = models.UUIDField(null=True)
    checked_by_name = models.CharField(_("审查人"), max_length=100, blank=True)
    checked_at = models.DateTimeField(_("审查时间"), null=True)
    remark = models.CharField(_("审查意见"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("公开审查")
        verbose_name_plural = _("公开审查")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_uid"], condition=Q(state="open"), name="one_open_review_of_a_subject"
            ),
            # Four eyes hold even against a hand on the database.
            models.CheckConstraint(
                condition=Q(checked_by_uid__isnull=True) | ~Q(checked_by_uid=models.F("drafted_by_uid")),
                name="review_needs_four_eyes",
            ),
        ]
        indexes = [
            # the reviewers' queue of one hall
            models.Index(fields=["hall", "kind", "id"], name="review_queue", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_uid}"
