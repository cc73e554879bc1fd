"""What is announced of a complaint or suggestion."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class GrievanceReceived(Announcement):
    label = _("接收")
    category: str


@dataclass(frozen=True)
class GrievanceAccepted(Announcement):
    label = _("受理")


@dataclass(frozen=True)
class GrievanceRefused(Announcement):
    label = _("不予受理")
    reason: str


@dataclass(frozen=True)
class GrievanceReferred(Announcement):
    label = _("转送执法机关")


@dataclass(frozen=True)
class GrievanceAnswered(Announcement):
    label = _("答复")


@dataclass(frozen=True)
class GrievanceRated(Announcement):
    label = _("评价")
    satisfaction: int
