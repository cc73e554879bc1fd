"""What is announced when a case ends without a decision (domain.md §1.3), and of a duplicate that was merged."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class ApplicationWithdrawn(Announcement):
    label = _("撤回申请")


@dataclass(frozen=True)
class Terminated(Announcement):
    """``ground`` is a value of EndingGround; ``kept`` the case that a duplicate was merged into."""

    label = _("终止办理")
    ground: str
    kept: UUID | None = None


@dataclass(frozen=True)
class DuplicateTaken(Announcement):
    """Of the kept case: a later one for the same thing was merged into it."""

    label = _("并入重复申请")
    merged: UUID
    materials: int


@dataclass(frozen=True)
class Voided(Announcement):
    label = _("技术性作废")
