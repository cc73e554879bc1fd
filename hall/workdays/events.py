"""What the calendar announces."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement

# The calendar is one subject; its versions are the revisions.
CALENDAR = UUID("018e0000-0000-7000-8000-000000000001")


@dataclass(frozen=True)
class CalendarChanged(Announcement):
    """The days of ``year`` changed in ``region`` ('' is the nation): open clocks there are to be counted again."""

    label = _("工作日历已更新")
    year: int
    region: str
    calendar_version: str


@dataclass(frozen=True)
class BatchToRecount(Announcement):
    """The rows of one kind behind ``after`` are to be counted again; the first one alone when ``only``."""

    label = _("期限待重新计算")
    counted: str
    region: str
    calendar_version: str
    after: int
    only: bool = False


@dataclass(frozen=True)
class BatchToForesee(Announcement):
    """What a proposed change would do to the rows of one kind behind ``after`` is to be counted."""

    label = _("日历变更待核算")
    counted: str
    after: int
