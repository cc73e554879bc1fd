"""What is announced at intake (行政许可法 Art. 29-32)."""

from dataclasses import dataclass
from datetime import date

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
class MaterialWithdrawn(Announcement):
    label = _("停止流转一份不应上传的文件")
