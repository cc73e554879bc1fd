"""The decision 决定 (Art. 37–38): exactly one a case, in writing, with reasons and legal basis; its draft before it,
and what was corrected in it afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Attribute, Disclosure, Ground
from applications.models.application import Application
from applications.models.handling import Handling
from applications.models.paper import Paper
from hall.clock import now
from hall.files.models import StoredFile
from hall.uids import uid7


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a decision paper says (domain.md §2.3): handed over by whoever writes it, kept as a ``Wording``.

    ``content`` is what a grant allows, and the facts that a denial found. Without ``valid_from`` validity begins on
    the day of signing and lasts as the item says. An empty attribute is the one of the paper's kind.
    """

    granted: bool
    content: str = ""
    reasons: str = ""
    legal_basis: Sequence[str] = ()
    technical_standard: str = ""
    conditions: Sequence[str] = ()
    territory: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    disclosure_attr: str = ""
    non_disclosure_ground: str = ""

    def __post_init__(self) -> None:
        """Blank lines say nothing."""
        for name in ("legal_basis", "conditions"):
            lines = [line.strip() for line in getattr(self, name) if line.strip()]
            object.__setattr__(self, name, lines)

    def by_name(self) -> dict[str, Any]:
        """Each field with what it says, in the order in which a page compares two of them."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


class Wording(models.Model):
    """``Words`` as a row has them: the same for the draft and for what was signed."""

    granted = models.BooleanField(_("决定"))
    content = models.TextField(_("许可内容或者查明的事实"), blank=True)
    reasons = models.TextField(_("理由"), blank=True)
    legal_basis = models.JSONField(_("法律依据"), default=list)
    # Art. 55: on which technical standard what was tested failed.
    technical_standard = models.TextField(_("技术标准"), blank=True)
    conditions = models.JSONField(_("被许可人应当遵守的要求"), default=list)
    # Art. 41: empty where the law sets no territorial limit.
    territory = models.CharField(_("适用范围"), max_length=200, blank=True)
    valid_from = models.DateField(_("有效期起"), null=True)
    valid_to = models.DateField(_("有效期止"), null=True)
    disclosure_attr = models.CharField(_("公开属性"), max_length=1, choices=Attribute.choices, blank=True)
    non_disclosure_ground = models.CharField(_("不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> Words:
        return Words(**{one.name: getattr(self, one.name) for one in fields(Words)})

    def say(self, words: Words) -> None:
        """The caller saves."""
        for name, value in words.by_name().items():
            setattr(self, name, value)

    @property
    def disclosure(self) -> Disclosure | None:
        """The attribute that the drafter proposed or the signer fixed; none where the kind's own is meant."""
        if not self.disclosure_attr:
            return None
        ground = Ground(self.non_disclosure_ground) if self.non_disclosure_ground else None
        return Disclosure(Attribute(self.disclosure_attr), ground)


class Decision(Wording):
    """``reasons`` must not be empty for a denial."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="decision")
    handling = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="decision")
    # Made by the item's published rules, and by no person (applications.actions.automatic).
    automatic = models.BooleanField(default=False)
    signed_by_uid = models.UUIDField(null=True)
    signed_by_name = models.CharField(max_length=100)
    decided_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(granted=True) | ~models.Q(reasons=""), name="denials_give_reasons"
            ),
            models.CheckConstraint(
                condition=models.Q(automatic=False, signed_by_uid__isnull=False)
                | models.Q(automatic=True, granted=True, signed_by_uid=None),
                name="automatic_decisions_only_grant",
            ),
        ]


class DecisionDraft(Wording):
    """The paper as it would read; ``revision`` tells two people who edit it at once. The signed one is kept."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    handling = models.OneToOneField(Handling, on_delete=models.PROTECT, related_name="decision_draft")
    revision = models.PositiveIntegerField(default=0)
    # Who proposed it while the case was examined: that person cannot sign it.
    proposed_by_uid = models.UUIDField(null=True)
    written_by_uid = models.UUIDField()
    written_by_name = models.CharField(max_length=100)
    written_at = models.DateTimeField(default=now)
    # The sheets as they would be printed, made by the worker: no paper, and gone with the next revision.
    preview = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")


class DecisionCorrection(models.Model):
    """A clerical error put right 更正: the papers and the words before and after; never what was decided."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="corrections")
    before = models.JSONField()
    reason = models.TextField()
    voided = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    reissued = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    corrected_by_uid = models.UUIDField()
    corrected_by_name = models.CharField(max_length=100)
    corrected_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
