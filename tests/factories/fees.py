"""演示: an item with a fee, for as long as a test lasts, and what the treasury says of its order.

with charging():
    handling = accepted_case()
    pay(handling)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from applications.actions.take_payment import take_payment
from applications.models import PaymentOrder
from applications.treasury import PaidNotice
from hall.catalogue.fees import Fee, Fees, Reduction
from tests.factories.cases import Reached, work
from tests.factories.snapshots import kept
from tests.factories.specs import item_says

HALF = Reduction("charity", "公益活动", "《演示条例》第三条", 50)
ALL = Reduction("disabled", "残疾人申请", "《演示条例》第四条", 100)
LAW = ("《演示条例》第二条", "administrative_regulation")
FEE = Fee("证照费", "每证10元", *LAW, amount=Decimal("10"), reductions=(HALF, ALL))
PAID_AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


@contextmanager
def charging(*rows: Fee, **place: Any) -> Iterator[None]:
    with item_says(fees=Fees(rows or (FEE,), **place)):
        yield


def per_square_metre(**changes: Any) -> Fee:
    return replace(FEE, **{"amount": Decimal("0.55"), "per": ("area",), **changes})


@kept
def order_of(handling: Reached) -> PaymentOrder:
    """The order that counts, with its number: the worker has had its turn."""
    work()
    found: PaymentOrder = PaymentOrder.objects.filter(application=handling.application).latest("id")
    return found


def notice(order: PaymentOrder, **changes: Any) -> PaidNotice:
    told = {"number": order.number, "amount": order.amount, "paid_at": PAID_AT, "payer": "重庆清泉浴室有限公司"}
    return PaidNotice(**{**told, "receipt_no": "50000001", **changes})


@kept
def pay(handling: Reached) -> PaymentOrder:
    return take_payment(notice(order_of(handling)))
