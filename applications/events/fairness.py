"""What is announced of those who are heard (行政许可法 Art. 36) and of officers who keep out of a case (回避)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class PartyTold(Announcement):
    label = _("书面告知利害关系人和申请人可以陈述申辩")
    handling: UUID
    party: UUID


@dataclass(frozen=True)
class StatementRecorded(Announcement):
    label = _("记录陈述申辩意见")
    handling: UUID
    party: UUID


@dataclass(frozen=True)
class StatementMade(Announcement):
    label = _("提出陈述申辩意见")
    handling: UUID


@dataclass(frozen=True)
class StatementWaived(Announcement):
    label = _("放弃陈述申辩")
    handling: UUID


@dataclass(frozen=True)
class ConflictDeclared(Announcement):
    label = _("办理人员声明回避")
    handling: UUID


@dataclass(frozen=True)
class AvoidanceOrdered(Announcement):
    label = _("决定办理人员回避")
    handling: UUID


@dataclass(frozen=True)
class AvoidanceAsked(Announcement):
    label = _("申请办理人员回避")
    handling: UUID


@dataclass(frozen=True)
class AvoidanceAnswered(Announcement):
    label = _("答复回避申请")
    handling: UUID
    upheld: bool
