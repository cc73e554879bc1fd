"""What is announced while a case is examined (行政许可法 Art. 34, 35)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class Reviewed(Announcement):
    label = _("完成审查环节")
    handling: UUID
    step: str
    favourable: bool


@dataclass(frozen=True)
class Inspected(Announcement):
    label = _("完成核查并作笔录")
    handling: UUID
    inspection: UUID


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
