"""What a case owes, and what waits because of it (行政许可法 Art. 58, 59).

Asked only where the item has fees: a case of any other item costs no query.
"""

from decimal import Decimal
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.models import Application, OrderState, PaymentOrder, Room
from hall.catalogue.fees import FeeStage
from hall.catalogue.spec import on_record


class ReducedBy(TypedDict):
    """The published ground on which some of a line was taken off."""

    key: str
    text: str
    basis: str
    percent: int
    off: str


class Line(TypedDict):
    """One fee as the order keeps it; ``row`` is its place in the item, amounts are yuan as text."""

    row: int
    name: str
    standard: str
    basis: str
    amount: str
    reduced: ReducedBy | None


@override("zh-hans")
def lines_of(application: Application) -> list[Line]:
    """Every fee of the pinned item version that these answers owe, without what costs nothing."""
    fees, answers = application.spec.fees, application.all_answers
    dues = [(row, fee, fee.due(answers, application.purpose)) for row, fee in enumerate(fees.rows)]
    return [
        Line(
            row=row,
            name=on_record(fee.name),
            standard=on_record(fee.standard),
            basis=on_record(fee.basis),
            amount=str(due),
            reduced=None,
        )
        for row, fee, due in dues
        if due > 0
    ]


def due_of(line: Line) -> Decimal:
    off = Decimal(line["reduced"]["off"]) if line["reduced"] else Decimal(0)
    return Decimal(line["amount"]) - off


def total_of(lines: list[Line]) -> Decimal:
    return sum((due_of(line) for line in lines), Decimal(0))


def order_of(application: Application) -> PaymentOrder | None:
    """The order that counts; those that were withdrawn do not."""
    if not application.has_been_in(Room.FEE):
        return None
    return application.payment_orders.select_related("payee").exclude(state=OrderState.WITHDRAWN).first()


def held_up(application: Application, stage: FeeStage) -> str:
    """Why this stage has to wait for a payment; empty when nothing is owed or the item lets it go on."""
    fees = application.spec.fees
    if not fees or not fees.hold_up(stage):
        return ""
    order = order_of(application)
    settled = order.is_settled if order else not lines_of(application)
    return "" if settled else _("申请人还没有缴清本事项公布的费用（《行政许可法》第五十九条）")


def reducible(order: PaymentOrder) -> list[tuple[str, str]]:
    """The published grounds that may still be applied to this order: ``row:key`` and words."""
    rows = order.application.spec.fees.rows
    return [
        (f"{line['row']}:{ground.key}", f"{line['name']}：{on_record(ground.text)}（-{ground.percent}%）")
        for line in order.lines
        if not line["reduced"]
        for ground in rows[line["row"]].reductions
    ]
