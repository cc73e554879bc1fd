"""Charging a fee and taking the charge back, inside the deed that makes it so (行政许可法 Art. 58, 59).

Only what the published item names, by its standard; the treasury's number is asked for by a letter. The caller holds
the lock.
"""

from django.utils.translation import gettext as _

from applications.events import FeeCharged
from applications.lifecycle import CaseState
from applications.models import Application, Handling, OrderState, PaymentOrder, Room
from applications.models.payment_order import UNPAID
from applications.queries.fees import Line, held_up, lines_of, order_of, total_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.fees import FeeStage
from hall.clock import now
from hall.errors import Incomplete
from hall.events import outbox

# Why an order is owed no more, as the file keeps it.
NOT_GRANTED = "没有准予许可，不再收取"
# Nothing is due before acceptance, nor from a case that ended.
CHARGEABLE = (CaseState.ACCEPTED, CaseState.DECIDED)


def charge(handling: Handling, *, by: User | None) -> PaymentOrder | None:
    """Charge what has fallen due; the caller holds the lock and has announced its own deed."""
    application = handling.application
    fees = application.spec.fees
    if not fees or application.state not in CHARGEABLE or order_of(application):
        return None
    if fees.payable_from and not (handling.step_kind and handling.current_step == fees.payable_from):
        return None
    lines = lines_of(application)
    if not lines:
        return None
    order = open_order(handling, lines)
    application.enter(Room.FEE)
    announce(application, FeeCharged(order=order.uid, amount=str(order.amount)), by=by)
    return order


def open_order(handling: Handling, lines: list[Line], **more: object) -> PaymentOrder:
    total = total_of(lines)
    order = PaymentOrder.objects.create(
        application=handling.application,
        handling=handling,
        payee=handling.issuer,
        state=OrderState.ASKED if total else OrderState.WAIVED,
        amount=total,
        lines=lines,
        **more,
    )
    if total:
        outbox.send("ask_payment_number", key=f"payment_order:{order.uid}", payload={"order": str(order.uid)})
    return order


def withdraw_unpaid(application: Application, why: str = NOT_GRANTED) -> None:
    """Nothing is owed for what was not granted, nor to who has it no more; the caller's deed announces that."""
    if not application.has_been_in(Room.FEE):
        return
    order = order_of(application)
    if order and order.state in UNPAID:
        withdraw_order(order, why)


def withdraw_order(order: PaymentOrder, why: str) -> None:
    order.state, order.withdrawn_at, order.withdrawn_why = OrderState.WITHDRAWN, now(), why
    order.save()
    if order.number:
        close_at_treasury(order)


def close_at_treasury(order: PaymentOrder) -> None:
    outbox.send("withdraw_payment_order", key=f"payment_withdrawn:{order.uid}", payload={"order": str(order.uid)})


def check_paid(application: Application, stage: FeeStage) -> None:
    """Raises Incomplete while a fee that holds up this stage is not paid."""
    if reason := held_up(application, stage):
        raise Incomplete(_("现在还不能办理：%(reason)s。") % {"reason": reason})
