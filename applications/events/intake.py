"""What is announced at intake (行政许可法 Art. 29-32)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class Received(Announcement):
    label = _("提交申请")
    case_no: str


@dataclass(frozen=True)
class CorrectionAsked(Announcement):
    label = _("一次性告知补正")
    round: int
    due: date


@dataclass(frozen=True)
class CorrectionSupplied(Announcement):
    """``whole`` unless the applicant said of an entry that it cannot be supplied."""

    label = _("提交补正材料")
    round: int
    whole: bool = True


@dataclass(frozen=True)
class CorrectionReminded(Announcement):
    """``share`` of the period that is over, in per cent (domain.md T2)."""

    label = _("提醒补正")
    share: int


@dataclass(frozen=True)
class Lapsed(Announcement):
    """Ended by the law that the item names (result code 5)."""

    label = _("逾期未补正，依法办结")
    round: int


@dataclass(frozen=True)
class WideningAsked(Announcement):
    label = _("申请增补补正要求")
    widening: UUID


@dataclass(frozen=True)
class WideningAnswered(Announcement):
    label = _("审核增补补正要求")
    widening: UUID
    allowed: bool


@dataclass(frozen=True)
class SpotCorrectionOpened(Announcement):
    label = _("开放当场更正")
    spot_correction: UUID


@dataclass(frozen=True)
class CorrectedOnSpot(Announcement):
    label = _("当场更正")
    spot_correction: UUID


@dataclass(frozen=True)
class Accepted(Announcement):
    label = _("受理")
    on: date
    mode: str


@dataclass(frozen=True)
class FoundNotRequired(Announcement):
    label = _("告知不需要行政许可")


@dataclass(frozen=True)
class IntakeRefused(Announcement):
    """``ground`` says which law the refusal rests on: competence, gaps, false_material or barred."""

    label = _("不予受理")
    ground: str = "competence"


@dataclass(frozen=True)
class MaterialWithdrawn(Announcement):
    label = _("停止流转一份不应上传的文件")
