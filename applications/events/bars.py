"""What is announced of bars against a new application (行政许可法 Art. 78, 79)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class BarSet(Announcement):
    label = _("限制再次申请")
    bar: UUID
    kind: str
    until: date


@dataclass(frozen=True)
class BarLifted(Announcement):
    label = _("解除再次申请的限制")
    bar: UUID
