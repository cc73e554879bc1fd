"""What is announced of the wording of a decision: its drafts inside the house, its corrections to everybody."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class DecisionDrafted(Announcement):
    """``revision`` counts the drafts of this handling; the applicant reads nothing of them."""

    label = _("起草决定书")
    handling: UUID
    revision: int


@dataclass(frozen=True)
class DecisionCorrected(Announcement):
    label = _("更正决定书文字错误")
    decision: UUID
    paper: UUID


@dataclass(frozen=True)
class CorrectionServed(Announcement):
    label = _("送达更正后的决定书")
