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
