"""What is announced of a hearing (行政许可法 Art. 46-48)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class HearingRightTold(Announcement):
    label = _("告知听证权利")
    hearing: UUID


@dataclass(frozen=True)
class HearingOrdered(Announcement):
    label = _("依职权决定听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingAsked(Announcement):
    """Somebody who was not told of a right asks for a hearing; the agency answers."""

    label = _("收到听证申请")
    hearing: UUID


@dataclass(frozen=True)
class HearingRequested(Announcement):
    label = _("申请听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingRefused(Announcement):
    label = _("告知不予听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingWaived(Announcement):
    label = _("放弃听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingRightLapsed(Announcement):
    label = _("逾期未申请听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingScheduled(Announcement):
    label = _("通知听证的时间、地点")
    hearing: UUID
    starts_at: datetime


@dataclass(frozen=True)
class HearingPostponed(Announcement):
    label = _("改期举行听证")
    hearing: UUID
    starts_at: datetime


@dataclass(frozen=True)
class PresiderChallenged(Announcement):
    label = _("申请听证主持人回避")
    hearing: UUID


@dataclass(frozen=True)
class ChallengeAnswered(Announcement):
    label = _("对回避申请作出决定")
    hearing: UUID
    upheld: bool


@dataclass(frozen=True)
class HearingHeld(Announcement):
    label = _("举行听证")
    hearing: UUID


@dataclass(frozen=True)
class HearingRecorded(Announcement):
    label = _("听证笔录经确认签字")
    hearing: UUID


@dataclass(frozen=True)
class HearingWeighed(Announcement):
    label = _("写明听证笔录采纳情况")
    hearing: UUID


@dataclass(frozen=True)
class AllocationRecorded(Announcement):
    """行政许可法 Art. 53, 54: award or exam result is on record."""

    label = _("登记招标、拍卖或者考试、考核结果")
    result: UUID
    favourable: bool
