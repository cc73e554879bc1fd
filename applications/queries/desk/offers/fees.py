"""Reducing a fee on a ground that the item publishes (行政许可法 Art. 58, 59)."""

from collections.abc import Iterator

from applications.models import Handling, Room, Step
from applications.models.payment_order import UNPAID
from applications.queries.fees import order_of, reducible
from applications.rules import may_reduce_fee
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.application.has_been_in(Room.FEE) or not may_reduce_fee(user, handling):
        return
    order = order_of(handling.application)
    if order and order.state in UNPAID:
        order.application = handling.application
        if reducible(order):
            yield "reduce_fee"
