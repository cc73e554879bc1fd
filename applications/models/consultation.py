"""What will be published of a case, as its applicant sees it beforehand, and what they say to it.

行政许可法 Art. 5; 政府信息公开条例 Art. 32: nobody's secret is published without asking them, and whoever has something
against it says so before.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from hall.clock import now
from hall.crypto import EncryptedTextField
from hall.uids import uid7


class Standing(models.TextChoices):
    PUBLISHED = "published", _("已公示")
    TAKEN_BACK = "taken_back", _("已撤下")
    WITHHELD = "withheld", _("不予公开")


class PublicWords(models.Model):
    """将要公开的内容: ``lines`` are label and text, masked and word for word what the register will hold.

    ``sm3`` is the digest of what is reviewed of it. Closed when it was published, withheld for good, or is not to come
    after all; open again while a change to what is published waits.

    ``standing`` says what has become of it in public, and since when; it is empty before the first publication.
    ``public_lines`` stand in public, or did before they were taken back.
    """

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="public_words")
    lines = models.JSONField(default=list)
    sm3 = models.CharField(max_length=64)
    shown_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)
    standing = models.CharField(max_length=12, choices=Standing.choices, blank=True)
    standing_since = models.DateTimeField(null=True)
    public_lines = models.JSONField(default=list)

    @property
    def is_published(self) -> bool:
        return self.standing == Standing.PUBLISHED

    @property
    def told_lines(self) -> list[list[str]]:
        """The words that ``standing`` is about."""
        lines: list[list[str]] = self.lines if self.standing == Standing.WITHHELD else self.public_lines
        return lines


class Answer(models.TextChoices):
    CONSENT = "consent", _("同意公开")
    OBJECTION = "objection", _("有异议")


class Outcome(models.TextChoices):
    WITHHELD = "withheld", _("异议成立，不予公开")
    IN_PART = "in_part", _("异议成立，部分不予公开")
    OVERRIDDEN = "overridden", _("仍须公开")
    # Published or withheld before anybody had to judge.
    MOOT = "moot", _("不需要处理")


class Override(models.TextChoices):
    """The only grounds on which a secret is published without consent (行政许可法 Art. 5)."""

    LAW = "law", _("法律规定应当公开")
    NATIONAL_SECURITY = "national_security", _("涉及国家安全")
    PUBLIC_INTEREST = "public_interest", _("涉及重大社会公共利益")


class Consultation(models.Model):
    """One question to the applicant, or an objection that came unasked (``due`` is then empty), and what became of it.

    ``ground`` says on what an objection was upheld (documents.kinds.Ground) or overridden (``Override``); ``told`` is
    the reason that the applicant reads. Open until consented, judged or overtaken by the publication.
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="consultations")
    lines = models.JSONField(default=list)
    sm3 = models.CharField(max_length=64)
    asked_at = models.DateTimeField(null=True)
    due = models.DateField(null=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    reason = EncryptedTextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    ground = models.CharField(max_length=20, blank=True)
    told = EncryptedTextField(blank=True)
    judged_by_uid = models.UUIDField(null=True)
    judged_by_name = models.CharField(max_length=100, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application"], condition=Q(closed_at=None), name="one_open_consultation"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["withheld", "in_part", "overridden"])
                | (Q(judged_by_uid__isnull=False) & ~Q(ground="")),
                name="a_judged_objection_has_its_ground",
            ),
        ]
