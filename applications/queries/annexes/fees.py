"""The fees of a case and their ledger, for the agency and for the applicant (行政许可法 Art. 58, 59).

Nothing where the item has no fee: no fee, no payment page.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import Application, Handling, OrderState, PaymentNotice, PaymentOrder, Room
from applications.queries.annexes.annex import Annex
from applications.queries.fees import Line, due_of, held_up, lines_of, total_of
from applications.treasury import treasury
from hall.catalogue.fees import STAGES


@dataclass(frozen=True, slots=True)
class FeesView:
    """``orders`` newest first, withdrawn ones too; ``coming`` is what will be due, before any order is made."""

    orders: list["OrderView"]
    coming: list[Line]
    coming_total: Decimal
    waits: str
    treasury: str
    pay_url: str
    refused: list[PaymentNotice]
    inside: bool


@dataclass(frozen=True, slots=True)
class OrderView:
    row: PaymentOrder
    lines: list[tuple[Line, Decimal]]


def for_handling(handling: Handling) -> Annex | None:
    return _annex(handling.application, inside=True)


def for_case(application: Application) -> Annex | None:
    return _annex(application, inside=False)


def _annex(application: Application, *, inside: bool) -> Annex | None:
    charged = application.has_been_in(Room.FEE)
    if not application.spec.fees and not charged:
        return None
    orders = list(application.payment_orders.select_related("payee").order_by("-id")) if charged else []
    over = application.state in EARLY_ENDS or application.state == CaseState.DRAFT
    coming = [] if charged or over else lines_of(application)
    if not orders and not coming:
        return None
    view = FeesView(
        orders=[OrderView(one, [(line, due_of(line)) for line in one.lines]) for one in orders],
        coming=coming,
        coming_total=total_of(coming),
        waits=_waits(application),
        treasury=str(treasury().name),
        pay_url="" if inside else _pay_url(orders),
        refused=list(application.payment_notices.exclude(refused="")) if inside and charged else [],
        inside=inside,
    )
    return Annex("fees", _("缴费"), "applications/annexes/fees.html", view)


def _pay_url(orders: list[PaymentOrder]) -> str:
    payable = next((one for one in orders if one.state == OrderState.ISSUED), None)
    return treasury().pay_url(str(payable.uid), payable.number or "") if payable else ""


def _waits(application: Application) -> str:
    """The first stage that waits for the payment, in words."""
    words: dict[str, Any] = {
        "decision": _("缴清以前不作出准予决定。"),
        "issue": _("缴清以前不制证、不送达准予决定。"),
        "delivery": _("缴清以前不送达准予决定和证件。"),
    }
    return next((words[stage] for stage in STAGES if held_up(application, stage)), "")
