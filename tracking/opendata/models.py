"""What of a hall's register is given out in bulk, and the files that were made of it."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from hall.files.models import StoredFile
from hall.organisations.models import Hall
from hall.uids import uid7
from tracking.opendata.dictionary import FIELDS
from tracking.opendata.lifecycle import DataSetLifecycle, DataSetState


class DataSet(DataSetLifecycle):
    """One for each hall. ``digest`` is of what passed the review: a pass holds for these fields and no others."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    hall = models.OneToOneField(Hall, on_delete=models.PROTECT, related_name="+")
    assessment = models.TextField(_("汇聚风险评估"), blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    drafter_uid = models.UUIDField(null=True)
    drafter_name = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("数据集")

    def __str__(self) -> str:
        return f"{self.hall_id} {self.get_state_display()}"

    def texts(self) -> dict[str, str]:
        """What is reviewed: the assessment, and which fields of which records leave."""
        with override("zh-hans"):
            fields = "、".join(f"{field.label}（{field.name}）" for field in FIELDS)
        return {
            "assessment": self.assessment,
            "fields": fields,
            "scope": "本大厅公示的全部法人和非法人组织记录，不含自然人",
        }


class Period(models.TextChoices):
    DAILY = "daily", _("每日新增")
    MONTHLY = "monthly", _("每月新增")


class Format(models.TextChoices):
    CSV = "csv", "CSV"
    JSONL = "jsonl", "JSON Lines"
    XLSX = "xlsx", "XLSX"


class DataFile(models.Model):
    """What was published from the first to the last day, as it stood when the file was made."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    data_set = models.ForeignKey(DataSet, on_delete=models.PROTECT, related_name="files")
    period = models.CharField(max_length=8, choices=Period.choices)
    first_on = models.DateField()
    last_on = models.DateField()
    format = models.CharField(max_length=6, choices=Format.choices)
    rows = models.PositiveIntegerField(_("记录数"))
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("制作时间"))

    class Meta:
        verbose_name = _("开放数据文件")
        constraints = [
            models.UniqueConstraint(fields=["data_set", "period", "first_on", "format"], name="data_file_once"),
        ]
        indexes = [
            # the manifest, newest first
            models.Index(fields=["data_set", "-first_on", "-uid"], name="data_file_newest"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """register-500103-2026-11-20.csv, or of a month register-500103-2026-11.csv."""
        day = self.first_on.isoformat()
        of = day if self.period == Period.DAILY else day[:7]
        return f"register-{self.data_set.hall.code}-{of}.{self.format}"


class SitemapPart(models.Model):
    """Where a part of a hall's site map begins: records are identified in the order of their entry, so parts stay."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    first_uid = models.UUIDField()

    class Meta:
        verbose_name = _("站点地图分卷")
        constraints = [models.UniqueConstraint(fields=["hall", "number"], name="site_map_part_once")]

    def __str__(self) -> str:
        return f"{self.hall_id} {self.number}"


# A list older than this says nothing any more.
VALID = timedelta(days=2)


class RevocationList(models.Model):
    """What the worker published last, so that a paper is checked without asking us: list, signature and keys."""

    made_at = models.DateTimeField()
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    # Of what it lists, without the dates.
    digest = models.CharField(max_length=64)
    # Detached CMS of the file's bytes, in DER, as base64.
    signature = models.TextField()
    keys = models.TextField()

    class Meta:
        verbose_name = _("文书失效清单")
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.made_at)

    @property
    def next_update(self) -> datetime:
        return self.made_at + VALID


OPEN = DataSetState.OPEN
