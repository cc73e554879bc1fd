"""What the treasury says was paid (行政许可法 Art. 59): taken once, by order number and amount, or refused.

Safe to retry and safe twice at once: under the case's lock, the same number and amount is the same payment. A refusal
is kept and told to supervision (R10 of domain.md §7.4) before it is answered.
"""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from applications.actions.clocks import lead_of
from applications.actions.locking import locked
from applications.events import FeePaid, RuleBroken
from applications.models import Application, OrderState, PaymentNotice, PaymentOrder
from applications.models.payment_order import Refusal
from applications.treasury import PaidNotice, treasury
from hall.accounts.deeds import announce
from hall.audit.trail import record
from hall.errors import Invalid, NotFound


def receive_payment(body: bytes, signature: str) -> PaymentOrder:
    """A message from outside: proven to be the treasury's, then taken. Raises NotAllowed, Invalid, NotFound."""
    return take_payment(treasury().read(body, signature))


def take_payment(told: PaidNotice) -> PaymentOrder:
    """Note the payment of an order; told again, the same order is answered and nothing changes."""
    case = _case_of(told)
    if case is None:
        _note_stray()
        raise NotFound(_("没有这个缴款单号。"))
    with locked(case) as application:
        order, refused = _judged(application, told)
    # Raised outside the transaction: the refusal itself has been kept.
    if refused or order is None:
        raise Invalid(str(Refusal(refused).label))
    return order


def _case_of(told: PaidNotice) -> UUID | None:
    ordered = PaymentOrder.objects.filter(number=told.number).values_list("application__uid", flat=True).first()
    if ordered or not told.case_no:
        return ordered
    return Application.objects.filter(case_no=told.case_no).values_list("uid", flat=True).first()


def _note_stray() -> None:
    """Somebody paid what no case of this installation has ordered: kept on the trail of the city."""
    with transaction.atomic():
        record("PaymentOfNoOrder", actor=None, hall_code=settings.HALL_CITY_CODE)


def _judged(application: Application, told: PaidNotice) -> tuple[PaymentOrder | None, str]:
    order = application.payment_orders.filter(number=told.number).first()
    refused = _why_not(order, told)
    notice, is_new = PaymentNotice.objects.get_or_create(
        application=application,
        number=told.number,
        amount=told.amount,
        defaults={"order": order, "paid_at": told.paid_at, "refused": refused},
    )
    # What was refused before its number was known may be taken now; whatever else was said before stands.
    if is_new or (notice.refused == Refusal.UNKNOWN and not refused):
        notice.order, notice.refused = order, refused
        notice.save()
        _tell(application, order, refused, told)
    return order, notice.refused


def _why_not(order: PaymentOrder | None, told: PaidNotice) -> str:
    if order is None:
        return Refusal.UNKNOWN
    if order.amount != told.amount:
        return Refusal.WRONG_AMOUNT
    return Refusal.NOT_OWED if order.state == OrderState.WITHDRAWN else ""


def _tell(application: Application, order: PaymentOrder | None, refused: str, told: PaidNotice) -> None:
    if refused or order is None:
        handling = lead_of(application)
        announce(application, RuleBroken("R10", handling.uid if handling else None), by=None)
        return
    order.state, order.paid_at = OrderState.PAID, told.paid_at
    order.payer, order.receipt_no = told.payer, told.receipt_no
    order.save()
    announce(application, FeePaid(order=order.uid, amount=str(order.amount)), by=None)
