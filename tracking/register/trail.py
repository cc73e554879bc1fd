"""What became of a record after it was published: its corrections, its standings, and what was taken back.

政府信息公开条例 Art. 6: what is wrong is put right in the open. The trail says when, what kind of change and why in
words that are chosen from a list, so that it can never tell what was wrong to publish.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hall.clock import now
from hall.uids import uid7
from tracking.register.standings import RecordStatus


class RecordChangeKind(models.TextChoices):
    CORRECTED = "corrected", _("更正")
    PART_WITHHELD = "part_withheld", _("部分内容不予公开")
    TAKEN_BACK = "taken_back", _("撤下")
    RESTORED = "restored", _("重新公示")


class RecordChangeReason(models.TextChoices):
    """Safe words: none tells what the text had been."""

    CLERICAL = "clerical", _("文字或者数据有误")
    DECISION = "decision", _("决定文书已经更正")
    SCOPE = "scope", _("依法调整公开范围")
    MISTAKE = "mistake", _("公示有误")
    REVIEWED = "reviewed", _("经重新审查")


class RecordChange(models.Model):
    """One line of 更正记录. By the record's identifier, because the record may be taken back and come again."""

    record_uid = models.UUIDField()
    kind = models.CharField(_("更正种类"), max_length=14, choices=RecordChangeKind.choices)
    reason = models.CharField(_("原因"), max_length=12, choices=RecordChangeReason.choices)
    at = models.DateTimeField(_("时间"), default=now)

    class Meta:
        verbose_name = _("更正记录")
        indexes = [
            # the trail of one record, oldest first
            models.Index(fields=["record_uid", "id"], name="record_change_of"),
        ]

    def __str__(self) -> str:
        return f"{self.record_uid} {self.get_kind_display()}"


class RecordStanding(models.Model):
    """How what a record tells of stood from a day on, and by which public paper. Derived from the licence's entries."""

    record = models.ForeignKey("register.Record", on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    since = models.DateField(_("日期"))
    status = models.CharField(_("状态"), max_length=20, choices=RecordStatus.choices)
    valid_to = models.DateField(_("有效期至"), null=True)
    # Empty where no paper that the public may read brought it about.
    basis = models.CharField(_("依据文书"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("状态变动")
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["record", "place"], name="standing_once_in_a_record")]

    def __str__(self) -> str:
        return f"{self.since} {self.get_status_display()}"


class TakenBack(models.Model):
    """What is left of a record that was taken back: that there was one, and since when there is none.

    It keeps its identifier and index number for the day on which it may be published again.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    record_uid = models.UUIDField(unique=True)
    source_uid = models.UUIDField(unique=True)
    hall_code = models.CharField(max_length=12)
    index_number = models.CharField(max_length=40, blank=True)
    grantee_is_person = models.BooleanField()
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("已撤下的记录")
        indexes = [
            # what holders of the data have to delete, in the order of its taking back, organisations only
            models.Index(fields=["uid"], name="taken_back", condition=models.Q(grantee_is_person=False)),
        ]

    def __str__(self) -> str:
        return str(self.record_uid)
