"""What is announced of a question put to the applicant after acceptance."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class InquiryAsked(Announcement):
    label = _("向申请人询问")
    inquiry: UUID
    due: date


@dataclass(frozen=True)
class InquiryAnswered(Announcement):
    label = _("答复询问")
    inquiry: UUID
