"""What is announced of an exam (行政许可法 Art. 54): that there is a seat, that there are marks; never the marks."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class ExamEnrolled(Announcement):
    label = _("编排考试")
    seat: UUID


@dataclass(frozen=True)
class ExamMarked(Announcement):
    label = _("登记考试成绩")
    seat: UUID
    corrected: bool
