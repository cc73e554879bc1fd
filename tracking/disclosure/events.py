"""What is announced of a disclosure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class DisclosureDrafted(Announcement):
    label = _("自动起草公示")


@dataclass(frozen=True)
class Rewritten(Announcement):
    label = _("修改公示内容")


@dataclass(frozen=True)
class SentToReview(Announcement):
    label = _("确认内容，送保密审查")


@dataclass(frozen=True)
class Returned(Announcement):
    label = _("退回修改")


@dataclass(frozen=True)
class ReviewPassed(Announcement):
    label = _("保密审查通过，报请批准公开")


@dataclass(frozen=True)
class Published(Announcement):
    label = _("予以公示")
    record: UUID


@dataclass(frozen=True)
class Withheld(Announcement):
    label = _("决定不予公开")
    ground: str


@dataclass(frozen=True)
class DocumentReplaced(Announcement):
    label = _("决定书已更正，公示内容需要核对")


@dataclass(frozen=True)
class ObjectionUpheld(Announcement):
    label = _("异议成立，退回修改，有关部分不予公开")
    ground: str


@dataclass(frozen=True)
class ObjectionOverridden(Announcement):
    label = _("异议不影响公开，已书面告知申请人")
    ground: str


@dataclass(frozen=True)
class CorrectionProposed(Announcement):
    label = _("提出更正公示，送保密审查")


@dataclass(frozen=True)
class TakingBackProposed(Announcement):
    label = _("提出撤下公示")
    ground: str


@dataclass(frozen=True)
class PublishingAgainProposed(Announcement):
    label = _("提出重新公示，送保密审查")


@dataclass(frozen=True)
class ChangeReviewPassed(Announcement):
    label = _("变更审查通过，报请批准公开")


@dataclass(frozen=True)
class ChangeReturned(Announcement):
    label = _("退回变更，公示保持不变")


@dataclass(frozen=True)
class Corrected(Announcement):
    """``published_on`` is the day under which holders of the data find it."""

    label = _("公示已更正")
    record: UUID
    published_on: date


@dataclass(frozen=True)
class TakenBack(Announcement):
    """``published_on`` is the day under which holders of the data found it."""

    label = _("撤下公示")
    record: UUID
    published_on: date
    ground: str


@dataclass(frozen=True)
class PublishedAgain(Announcement):
    label = _("重新公示")
    record: UUID


@dataclass(frozen=True)
class UrgencyConfirmed(Announcement):
    label = _("复核确认紧急撤下")


@dataclass(frozen=True)
class UrgencyDoubted(Announcement):
    label = _("复核认为不需要撤下，可以提出重新公示")
