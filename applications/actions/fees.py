"""The number under which a fee is paid, and letting some of it off (行政许可法 Art. 58, 59).

The hall takes no money, and no deed takes an amount from anybody: who lets a fee off picks a ground that is published.
"""

from copy import deepcopy
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.charging import close_at_treasury, open_order, withdraw_order
from applications.actions.locking import locked, locked_handling
from applications.actions.telling import tell_applicant
from applications.events import FeeReduced, PaymentOrdered
from applications.models import Application, OrderState, PaymentOrder
from applications.models.payment_order import UNPAID
from applications.queries.fees import Line, ReducedBy, order_of, reducible
from applications.rules import may_reduce_fee
from applications.treasury import NUMBER_LENGTH
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import on_record
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.notifications.kinds import Kind

FEE = Kind("applications.fee", gettext_lazy("缴费"))
# Why an order is owed no more, as the file keeps it.
REDUCED = "减免后重新计收"


def note_number(order_uid: UUID, number: str) -> PaymentOrder:
    """The treasury opened the order under this number. Told twice it is noted once."""
    found = PaymentOrder.objects.select_related("application").get(uid=order_uid)
    if not number.strip() or len(number) > NUMBER_LENGTH:
        raise Invalid(_("缴款单号应为1至50个字符。"))
    with locked(found.application.uid) as application:
        order = application.payment_orders.get(uid=order_uid)
        if order.number:
            return order
        order.number, order.issued_at = number, now()
        if order.state == OrderState.WITHDRAWN:
            order.save()
            close_at_treasury(order)
            return order
        order.state = OrderState.ISSUED
        order.save()
        amount = str(order.amount)
        announce(application, PaymentOrdered(order=order.uid, amount=amount), by=None)
        text = gettext_lazy("“%(item)s”应缴费用%(amount)s元，缴款单号已经出具，请在办件页面缴款。")
        tell_applicant(application, FEE, text, key=f"payment_order:{order.uid}", amount=amount)
        return order


def reduce_fee(uid: UUID, user: User, *, seen: int, ground: str, why: str) -> PaymentOrder:
    """Let off what the item's file lets off on this ground (``row:key``); the order is made anew, or nothing is due."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_reduce_fee(user, handling):
            raise NotAllowed(_("减免费用由承办机关的负责人批准。"))
        order = order_of(handling.application)
        if order is None or order.state not in UNPAID:
            raise WrongState(_("没有待缴款的缴款单，不能减免。已经缴款的，按国库退付的规定办理。"))
        if ground not in dict(reducible(order)):
            raise Incomplete(_("请选择本事项公布的减免情形。"), fields={"ground": [_("请选择。")]})
        if len(why.strip()) < 2:
            raise Incomplete(_("请写明核实的情况。"), fields={"why": [_("请填写。")]})
        lines = _reduced(handling.application, order, ground)
        withdraw_order(order, REDUCED)
        told = {"reduced_by_uid": user.uid, "reduced_by_name": user.name, "reduced_why": why.strip()}
        fresh = open_order(handling, lines, **told)
        announce(handling.application, FeeReduced(order=fresh.uid, amount=str(fresh.amount)), by=user)
        if not fresh.amount:
            text = gettext_lazy("“%(item)s”的费用已经批准免缴。")
            tell_applicant(handling.application, FEE, text, key=f"payment_order:{fresh.uid}")
        return fresh


@override("zh-hans")
def _reduced(application: Application, order: PaymentOrder, ground: str) -> list[Line]:
    row, _sep, key = ground.partition(":")
    fee = application.spec.fees.rows[int(row)]
    found = fee.reduction(key)
    assert found is not None, "only what the file names is offered"
    lines: list[Line] = deepcopy(order.lines)
    line = next(one for one in lines if one["row"] == int(row))
    line["reduced"] = ReducedBy(
        key=key,
        text=on_record(found.text),
        basis=on_record(found.basis),
        percent=found.percent,
        off=str(found.taken_off(fee.due(application.all_answers, application.purpose))),
    )
    return lines
