"""What is announced of a licence after it was issued; its subject is the licence, not a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class LicenceMoved(Announcement):
    """``kind`` says what happened (EntryKind), ``state`` and ``valid_to`` how the licence stands since."""

    label = _("许可证件变动")
    kind: str
    state: str
    on: date
    valid_to: date | None = None


@dataclass(frozen=True)
class LicenceInspected(Announcement):
    label = _("记录监督检查")
    inspection: UUID


@dataclass(frozen=True)
class LicenceInspectionSigned(Announcement):
    label = _("签署监督检查记录")
    inspection: UUID


@dataclass(frozen=True)
class LicenceInspectionArchived(Announcement):
    """Every officer has signed; ``result`` is of ``InspectionResult``."""

    label = _("监督检查记录归档")
    inspection: UUID
    result: str


@dataclass(frozen=True)
class LicenceInspectionDiscarded(Announcement):
    label = _("监督检查记录作废重写")
    inspection: UUID


@dataclass(frozen=True)
class MendingChecked(Announcement):
    label = _("复查限期改正情况")
    inspection: UUID
    mended: bool


@dataclass(frozen=True)
class ViolationNoticed(Announcement):
    """Of the notice itself, by whoever found the violation (Art. 64)."""

    label = _("抄告违法行为")
    licence: UUID


@dataclass(frozen=True)
class ViolationReceived(Announcement):
    label = _("收到违法行为抄告")
    notice: UUID


@dataclass(frozen=True)
class ViolationAnswered(Announcement):
    label = _("答复违法行为抄告")
    notice: UUID
