"""What is announced from the decision to the end of a case (行政许可法 Art. 37-44)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


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
