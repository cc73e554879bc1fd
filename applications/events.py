"""What is announced of a case: ids and codes, never personal data. Each raises the case's version by one."""

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
    label = _("提交补正材料")
    round: int


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
    label = _("不予受理")


@dataclass(frozen=True)
class Reviewed(Announcement):
    label = _("完成审查环节")
    handling: UUID
    step: str
    favourable: bool


@dataclass(frozen=True)
class SentBack(Announcement):
    label = _("退回重新审查")
    handling: UUID


@dataclass(frozen=True)
class ReportedUp(Announcement):
    label = _("报送上级机关")
    package: UUID


@dataclass(frozen=True)
class ReportReceived(Announcement):
    label = _("上级机关收到全部材料")
    handling: UUID


@dataclass(frozen=True)
class Decided(Announcement):
    label = _("作出决定")
    decision: UUID
    granted: bool


@dataclass(frozen=True)
class LicenceIssued(Announcement):
    label = _("制作证件")
    licence: UUID


@dataclass(frozen=True)
class Delivered(Announcement):
    label = _("送达")


@dataclass(frozen=True)
class Closed(Announcement):
    label = _("归档办结")


@dataclass(frozen=True)
class OverrunExplained(Announcement):
    label = _("公开说明超期原因")


@dataclass(frozen=True)
class MaterialWithdrawn(Announcement):
    label = _("停止流转一份不应上传的文件")
