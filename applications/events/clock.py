"""What is announced of the clocks of a case (行政许可法 Art. 42, 45, 55)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class SuspensionProposed(Announcement):
    label = _("提请启动特别程序")
    suspension: UUID


@dataclass(frozen=True)
class SuspensionDeclined(Announcement):
    label = _("不同意启动特别程序")
    suspension: UUID


@dataclass(frozen=True)
class Suspended(Announcement):
    """``expected`` is the day by which the applicant was told that it will be over."""

    label = _("启动特别程序，暂停计时")
    suspension: UUID
    kind: str
    on: date
    estimated_days: int
    expected: date


@dataclass(frozen=True)
class Resumed(Announcement):
    label = _("特别程序结束")
    suspension: UUID
    kind: str
    on: date


@dataclass(frozen=True)
class ExtensionProposed(Announcement):
    label = _("提请延长办理期限")
    extension: UUID


@dataclass(frozen=True)
class ExtensionDeclined(Announcement):
    label = _("不同意延长办理期限")
    extension: UUID


@dataclass(frozen=True)
class Extended(Announcement):
    label = _("延长办理期限")
    extension: UUID
    days: int
    due: date | None


@dataclass(frozen=True)
class TestersAssigned(Announcement):
    label = _("指派检验、检测、检疫人员")
    assignment: UUID
