"""A demonstration of the non-tax treasury: it gives out numbers and says that they were paid. No money moves.

``check --deploy`` refuses an installation that still names it, and its page is absent outside a demonstration.
"""

import json
import logging
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from applications.actions.take_payment import receive_payment
from applications.models import PaymentOrder
from applications.treasury import OrderRequest, Treasury, sign, treasury
from hall.clock import now

logger = logging.getLogger(__name__)


class DemoTreasury(Treasury):
    name = _("演示收缴系统（不是真实的非税收入收缴系统）")

    def issue(self, order: OrderRequest, key: str) -> str:
        """The same key gives the same number; the letters say whose it is."""
        return f"YS{UUID(key).int:039d}"

    def withdraw(self, number: str) -> None:
        logger.info("demo treasury closed order %s", number)

    def pay_url(self, uid: str, number: str) -> str:
        return reverse("treasury:pay", args=[uid]) if settings.HALL_DEMO else ""


def demo_treasury() -> DemoTreasury | None:
    """The adapter, if this installation names it and is a demonstration."""
    named = treasury() if settings.HALL_DEMO else None
    return named if isinstance(named, DemoTreasury) else None


def pay(order: PaymentOrder) -> PaymentOrder:
    """Say what a treasury would say: signed, and by the way that every treasury's message takes."""
    told = {
        "number": order.number,
        "amount": str(order.amount),
        "paid_at": now().isoformat(),
        "payer": order.application.applicant_name,
        "receipt_no": f"YSPJ{order.pk:012d}",
        "case_no": order.application.case_no,
    }
    body = json.dumps(told, ensure_ascii=False).encode()
    return receive_payment(body, sign(body))
