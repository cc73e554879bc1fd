"""What is announced between levels and departments (行政许可法 Art. 26, 35): returns, joint parts, transfers."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class ReturnedDown(Announcement):
    label = _("上级机关退回下级机关补充审查")
    handling: UUID
    to: UUID


@dataclass(frozen=True)
class ExhibitAdded(Announcement):
    label = _("补充审查材料归入案卷")
    handling: UUID


@dataclass(frozen=True)
class JointOpened(Announcement):
    label = _("各部门同时开始联合办理")
    handlings: list[str]


@dataclass(frozen=True)
class JointOpinionGiven(Announcement):
    label = _("提出联合办理意见")
    handling: UUID


@dataclass(frozen=True)
class JointUrged(Announcement):
    label = _("督促逾期的联办部门")
    handling: UUID


@dataclass(frozen=True)
class OpinionAsked(Announcement):
    label = _("征求其他部门意见")
    handling: UUID
    request: UUID


@dataclass(frozen=True)
class OpinionAnswered(Announcement):
    label = _("收到其他部门的答复意见")
    handling: UUID
    request: UUID


@dataclass(frozen=True)
class Transferred(Announcement):
    label = _("移送有权机关办理")
    handling: UUID
    to: UUID
