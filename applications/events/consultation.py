"""What is announced of asking the applicant before publication (行政许可法 Art. 5)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class ConsentAsked(Announcement):
    label = _("就公开的内容征求申请人意见")
    consultation: UUID
    due: date


@dataclass(frozen=True)
class PublicationConsented(Announcement):
    label = _("同意公开")
    consultation: UUID


@dataclass(frozen=True)
class PublicationObjected(Announcement):
    label = _("对公开的内容提出异议")
    consultation: UUID


@dataclass(frozen=True)
class ObjectionJudged(Announcement):
    """``outcome`` is a value of ``Outcome``."""

    label = _("答复对公开的异议")
    consultation: UUID
    outcome: str
