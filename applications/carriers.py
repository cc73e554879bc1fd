"""What the outbox owes to the world outside the database, carried out by the worker."""

from typing import Any
from uuid import UUID

from applications.actions.bind_case_file import bind_case_file
from applications.actions.fees import note_number
from applications.actions.papers import print_paper
from applications.actions.preview_decision import preview_decision
from applications.actions.violations.receiving import receive_violation
from applications.actions.violations.sending import LETTER
from applications.credit import FalsePromiseReport, credit
from applications.models import Commitment, OrderState, PaymentOrder
from applications.queries.fees import due_of
from applications.treasury import OrderRequest, treasury
from hall.events.outbox import carries


@carries("print_paper")
def carry_to_printer(payload: dict[str, Any]) -> None:
    """A printer that is down raises, and the outbox tries again later and later."""
    print_paper(UUID(payload["paper"]))


@carries("report_false_promise")
def carry_to_credit_register(payload: dict[str, Any]) -> None:
    """A register that is away raises, and is told later; the key lets it see one report."""
    promise = Commitment.objects.select_related("application__offering").get(uid=payload["commitment"])
    application = promise.application
    assert promise.verified_at is not None
    report = FalsePromiseReport(
        code=application.applicant_code,
        name=application.applicant_name,
        case_no=application.case_no or "",
        item=application.offering.name,
        material=promise.name,
        found_by=promise.verified_by_name,
        found_at=promise.verified_at,
    )
    credit().report(report, key=f"false_promise:{promise.uid}")




@carries(LETTER)
def carry_violation_notice(payload: dict[str, Any]) -> None:
    """Within one installation the other hall has it at once; carried twice it arrives once."""
    receive_violation(UUID(payload["notice"]))


@carries("bind_case_file")
def carry_to_binder(payload: dict[str, Any]) -> None:
    bind_case_file(UUID(payload["case_file"]))


@carries("preview_decision")
def carry_to_preview(payload: dict[str, Any]) -> None:
    preview_decision(UUID(payload["draft"]))


@carries("ask_payment_number")
def carry_order_to_treasury(payload: dict[str, Any]) -> None:
    """A treasury that is away raises, and is asked later; the key lets it open one order."""
    order = PaymentOrder.objects.select_related("application", "payee").get(uid=payload["order"])
    if order.number or order.state != OrderState.ASKED:
        return
    request = OrderRequest(
        case_no=order.application.case_no or "",
        payee=order.payee.name,
        payee_code=order.payee.uscc,
        payer=order.application.applicant_name,
        amount=order.amount,
        lines=tuple((line["name"], due_of(line)) for line in order.lines),
    )
    note_number(order.uid, treasury().issue(request, key=str(order.uid)))


@carries("withdraw_payment_order")
def carry_withdrawal_to_treasury(payload: dict[str, Any]) -> None:
    order = PaymentOrder.objects.get(uid=payload["order"])
    if order.number:
        treasury().withdraw(order.number)
