"""The paper 文书: its number, what it said on the day, its disclosure attribute and where it stands.

政府信息公开条例: no paper exists without its attribute, and a withheld one states its ground; the database checks.
A number is never given twice: a voided paper keeps it.
"""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.documents.builders import BUILDERS, Content, Mode
from applications.documents.frozen import thaw
from applications.documents.kinds import DECISIONS, Attribute, Disclosure, Ground, Kind
from applications.lifecycle import moves
from applications.models.application import Application
from applications.models.handling import Handling
from hall.crypto import EncryptedJSONField
from hall.files.models import StoredFile
from hall.numbering.codes import verify_code
from hall.organisations.models import Department, Hall
from hall.uids import uid7


class PaperState(models.TextChoices):
    DRAFTED = "drafted", _("待印制")
    PRINTED = "printed", _("已印制并签名")
    SERVED = "served", _("已送达")
    VOIDED = "voided", _("已作废")


class Paper(models.Model):
    """``content`` is frozen and sealed: it names people, and printing again must say the same."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    kind = models.CharField(_("文书种类"), max_length=8, choices=Kind.choices)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="papers")
    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="papers", null=True)
    issuer = models.ForeignKey(Department, on_delete=models.PROTECT)
    number = models.CharField(_("文书编号"), max_length=50)
    officer = models.CharField(_("承办人"), max_length=100)
    content = EncryptedJSONField()
    disclosure_attr = models.CharField(_("公开属性"), max_length=1, choices=Attribute.choices)
    non_disclosure_ground = models.CharField(max_length=20, choices=Ground.choices, blank=True)
    verify_code = models.CharField(_("查验码"), max_length=40, unique=True, default=verify_code)
    issued_on = models.DateField(_("落款日期"))
    # False where it is addressed to somebody else, so that the applicant does not find it among their own.
    for_applicant = models.BooleanField(default=True)

    state = FSMField(choices=PaperState.choices, default=PaperState.DRAFTED, protected=True)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True)
    sm3 = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)
    served_at = models.DateTimeField(null=True)
    service_mode = models.CharField(_("送达方式"), max_length=1, choices=Mode.choices, blank=True)
    # When it last lay on a printer of ours as one of a batch.
    copied_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("文书")
        constraints = [
            models.UniqueConstraint(fields=["issuer", "kind", "number"], name="paper_number_once"),
            models.CheckConstraint(
                condition=Q(disclosure_attr__in=[Attribute.ACTIVE, Attribute.ON_REQUEST], non_disclosure_ground="")
                | (Q(disclosure_attr=Attribute.NONE) & ~Q(non_disclosure_ground="")),
                name="paper_discloses_or_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PaperState.PRINTED, PaperState.SERVED])
                | (Q(file__isnull=False, signed_at__isnull=False) & ~Q(sm3="")),
                name="paper_printed_is_signed",
            ),
        ]
        indexes = [
            # the papers of a case, in the order of their drafting
            models.Index(fields=["application", "id"], name="paper_of_case"),
            # figures of disclosure: decisions that their signer withheld, by the day they are dated
            models.Index(
                fields=["issuer", "issued_on"],
                name="paper_withheld_decision",
                condition=Q(disclosure_attr=Attribute.NONE, kind__in=DECISIONS),
            ),
            # batch printing: what no printer has seen yet, newest first
            models.Index(fields=["issuer", "-id"], name="paper_uncopied", condition=Q(copied_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.title}　{self.number}"

    @property
    def title(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def is_signed(self) -> bool:
        """Whether it can be served: delivery is refused before."""
        return self.state in {PaperState.PRINTED, PaperState.SERVED}

    @property
    def disclosure(self) -> Disclosure:
        ground = Ground(self.non_disclosure_ground) if self.non_disclosure_ground else None
        return Disclosure(Attribute(self.disclosure_attr), ground)

    @property
    def facts(self) -> Content:
        """The frozen content as the builder it was drafted with."""
        return thaw(BUILDERS[Kind(self.kind)], self.content)

    @moves(PaperState.DRAFTED, PaperState.PRINTED, _("印制并签名"), field=state)
    def mark_printed(self, file: StoredFile, sm3: str, at: datetime) -> None:
        self.file, self.sm3, self.signed_at = file, sm3, at

    @moves(PaperState.PRINTED, PaperState.SERVED, _("送达"), field=state)
    def mark_served(self, at: datetime, mode: str) -> None:
        self.served_at, self.service_mode = at, mode

    @moves([PaperState.DRAFTED, PaperState.PRINTED, PaperState.SERVED], PaperState.VOIDED, _("作废"), field=state)
    def mark_voided(self, reason: str, at: datetime) -> None:
        self.void_reason, self.voided_at = reason, at
