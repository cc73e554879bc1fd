"""One published record: the same row whether decided here, pushed by a district or imported.

It holds masked text only and no foreign key to a case (行政许可法 Art. 40; 政府信息公开条例 Art. 12, 20). Index and
search are built from this row alone, so that searching a masked person's full name finds nothing.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Collate
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Ground
from hall.textsearch import FieldPieces, LongPieces, folded, initials, searchable
from hall.uids import uid7
from tracking.register.standings import IN_FORCE, RecordStatus
from tracking.register.trail import (
    RecordChange,
    RecordChangeKind,
    RecordChangeReason,
    RecordStanding,
    TakenBack,
)

__all__ = [
    "FILTERS",
    "NARROWING",
    "InspectionOutcome",
    "Record",
    "RecordChange",
    "RecordChangeKind",
    "RecordChangeReason",
    "RecordInspection",
    "RecordKind",
    "RecordStanding",
    "RecordStatus",
    "TakenBack",
]

# What a reader may narrow by; each is a whole piece in the search indexes, in this order.
FILTERS = ("hall_code", "kind", "status", "issuer_name", "item_name")
# Those of which every two, and each with the year, are one piece as well; nearly all records are of one kind.
NARROWING = ("hall_code", "status", "issuer_name", "item_name")


def pieces_index(column: str, name: str) -> GinIndex:
    """Compared byte by byte, which builds it in three quarters of the time. Each insert pays its own way: a list of
    pending pieces would be read by every search until somebody empties it."""
    return GinIndex(Collate(FieldPieces(column, *FILTERS), "C"), name=name, fastupdate=False)


class RecordKind(models.TextChoices):
    """What was disclosed. The columns fit each: whom it concerns, what was decided, by whom, from when to when."""

    LICENCE = "licence", _("行政许可")
    PENALTY = "penalty", _("行政处罚")


class Record(models.Model):
    """``source_uid`` names the disclosure or import it came from; publishing that twice gives one record."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    source_uid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=RecordKind.choices, default=RecordKind.LICENCE)
    hall_code = models.CharField(max_length=12)
    hall_name = models.CharField(max_length=80)
    # Empty where an older register that was imported gave none.
    index_number = models.CharField(_("索引号"), max_length=40, blank=True)
    item_name = models.CharField(_("事项名称"), max_length=1000)
    issuer_name = models.CharField(_("许可机关"), max_length=200)
    issuer_uscc = models.CharField(max_length=18)
    grantee = models.CharField(_("行政相对人"), max_length=200)
    grantee_is_person = models.BooleanField(default=False)
    grantee_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    document_name = models.CharField(_("决定文书"), max_length=200)
    document_number = models.CharField(_("决定文书号"), max_length=64)
    licence_name = models.CharField(_("许可证件"), max_length=200, blank=True)
    licence_number = models.CharField(_("许可编号"), max_length=128, blank=True)
    content = models.TextField(_("许可内容"))
    # A part may not be disclosed and the rest is (条例 Art. 37): on which ground.
    part_ground = models.CharField(_("部分内容不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)
    decided_on = models.DateField(_("决定日期"))
    valid_from = models.DateField(_("有效期自"), null=True)
    valid_to = models.DateField(_("有效期至"), null=True)
    status = models.CharField(_("当前状态"), max_length=20, choices=RecordStatus.choices, default=RecordStatus.VALID)
    # Set when it is entered: a preview has none yet.
    published_at = models.DateTimeField(_("发布时间"))
    corrected_at = models.DateTimeField(_("更正时间"), null=True)
    # Verification codes of the public decision (D-26) and of the certificate, once there are such papers.
    decision_code = models.CharField(max_length=40, blank=True)
    licence_code = models.CharField(max_length=40, blank=True)
    # Derived from the row alone, as people search: never shown.
    search_text = models.TextField()
    content_text = models.TextField(default="")
    # Of an imported row: what its source wrote where no column fits, such as a year instead of a day.
    origin = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("公示记录")
        constraints = [
            models.UniqueConstraint(
                fields=["index_number"], condition=~models.Q(index_number=""), name="index_number_once"
            ),
        ]
        indexes = [
            # feed and files of what was published, organisations only
            models.Index(
                fields=["-published_at", "-uid"],
                name="record_published",
                condition=models.Q(grantee_is_person=False),
            ),
            # the list of one hall, newest first
            models.Index(fields=["hall_code", "-decided_on", "-uid"], name="record_of_hall"),
            # the list of the whole city, newest first
            models.Index(fields=["-decided_on", "-uid"], name="record_newest"),
            # the same document from another source (import)
            models.Index(fields=["document_number"], name="record_by_document"),
            # search by name, item, number and department, with filters
            pieces_index("search_text", "record_pieces"),
            # the same search: numbers, codes, initials, and several filters at once
            GinIndex(
                Collate(LongPieces("search_text", "decided_on", *NARROWING), "C"),
                name="record_long_pieces",
                fastupdate=False,
            ),
            # search in what was decided, with filters
            pieces_index("content_text", "record_content_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.index_number} {self.item_name}"

    @property
    def is_in_force(self) -> bool:
        """Whether the public may rely on it today."""
        return self.status in IN_FORCE

    @property
    def changed_at(self) -> datetime:
        """When its text became what it is."""
        return self.corrected_at or self.published_at

    @property
    def is_licence_of_organisation(self) -> bool:
        """Whether machines may read of it (schema.org): never of a natural person."""
        return self.kind == RecordKind.LICENCE and not self.grantee_is_person

    @property
    def tells_validity(self) -> bool:
        """A penalty holds for no time unless it says so."""
        return self.kind == RecordKind.LICENCE or self.has_days or "validity" in self.origin

    @property
    def has_days(self) -> bool:
        """Whether the source said from when or until when, be it by a year alone."""
        return bool(self.valid_from or self.valid_to or self.origin.keys() & {"valid_from", "valid_to"})

    @property
    def decided(self) -> str:
        """The day of the decision (YYYY-MM-DD), or as much of it as the source of an older register knew."""
        return self.origin.get("decided_on") or self.decided_on.isoformat()

    def fill_search(self) -> None:
        """Everything that the public may find it by. Only organisations have initials: they would unmask a person."""
        fields = [
            self.grantee,
            self.grantee_code,
            self.item_name,
            self.issuer_name,
            self.document_number,
            self.licence_number,
            self.index_number,
        ]
        if not self.grantee_is_person:
            fields.append(initials(self.grantee))
        self.search_text = searchable(fields)
        self.content_text = folded(self.content) if settings.HALL_SEARCH_CONTENT else ""


class InspectionOutcome(models.TextChoices):
    """What the public reads of an inspection; words that a person wrote stay with the agency."""

    PASSES = "passes", _("未发现问题")
    MEND = "mend", _("责令限期改正")
    MENDED = "mended", _("责令限期改正，已经改正")
    NOT_MENDED = "not_mended", _("责令限期改正，没有改正")
    ENFORCE = "enforce", _("移送执法机关处理")


class RecordInspection(models.Model):
    """An inspection after the grant (行政许可法 Art. 61: the public may consult the records): when, by whom, result."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    source_uid = models.UUIDField()
    held_on = models.DateField(_("检查日期"))
    authority = models.CharField(_("检查机关"), max_length=200)
    outcome = models.CharField(_("检查结果"), max_length=12, choices=InspectionOutcome.choices)

    class Meta:
        verbose_name = _("监督检查记录")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["record", "source_uid"], name="inspection_once_in_a_record"),
        ]
