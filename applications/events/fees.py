"""What is announced of fees (行政许可法 Art. 58, 59): amounts and numbers, nobody's name."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class FeeCharged(Announcement):
    """By the item's published standard; ``amount`` is yuan as text."""

    label = _("计收费用")
    order: UUID
    amount: str


@dataclass(frozen=True)
class PaymentOrdered(Announcement):
    label = _("出具缴款单号")
    order: UUID
    amount: str


@dataclass(frozen=True)
class FeeReduced(Announcement):
    """``amount`` is what is left to pay."""

    label = _("减免费用")
    order: UUID
    amount: str


@dataclass(frozen=True)
class FeePaid(Announcement):
    label = _("缴款到账")
    order: UUID
    amount: str
