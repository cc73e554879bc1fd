"""Charged is what the pinned item names, by its standard (行政许可法 Art. 58, 59): nothing else, once, by number."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from applications.actions.accept import accept
from applications.actions.decide import grant
from applications.actions.deliver import deliver
from applications.actions.issue import issue
from applications.actions.on_the_spot import decide_on_the_spot
from applications.actions.review import review
from applications.actions.submit import submit
from applications.actions.transfer import transfer
from applications.actions.withdraw import withdraw
from applications.models import OrderState, PaymentOrder
from hall.clock import freeze, today
from hall.errors import Incomplete
from hall.events.models import Event, Letter
from hall.notifications.models import Message
from hall.organisations.demo import build_city
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    INSTANT,
    accepted_case,
    clerk,
    decide,
    decided_case,
    draft_case,
    examine,
    fresh,
    issued_case,
    publish,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    staff_member,
    work,
)
from tests.factories.fees import FEE, charging, order_of, pay

pytestmark = pytest.mark.django_db
ELSEWHERE = "经营场所在万州区，由该区办理。"


def test_with_acceptance_the_item_s_amount_is_due_and_its_number_is_told(city):
    with charging():
        handling = accepted_case()
        order = PaymentOrder.objects.get()
        assert (order.state, order.amount, order.number) == (OrderState.ASKED, Decimal("10.00"), None)
        assert order.payee == handling.department
        order = order_of(handling)
    assert (order.state, len(order.number or "")) == (OrderState.ISSUED, 41)
    assert order.lines[0]["basis"] == "《演示条例》第二条"
    told = Message.objects.filter(recipient=handling.application.applicant).values_list("text", flat=True)
    assert any("10.00元" in text for text in told)


def test_where_the_item_has_no_fee_nothing_is_charged_and_nothing_asked(city):
    accepted_case()
    assert not PaymentOrder.objects.exists()
    assert not Letter.objects.filter(kind="ask_payment_number").exists()


def test_what_does_not_apply_costs_nothing(city):
    with charging(replace(FEE, purposes=("renewal",)), replace(FEE, when={"field": "absent", "is": "yes"})):
        accepted_case()
    assert not PaymentOrder.objects.exists()


def test_a_version_from_before_there_were_amounts_charges_nothing_and_holds_up_nothing(city):
    with charging(replace(FEE, amount=None)):
        assert issued_case().decision.granted


def test_the_number_is_asked_for_once_and_told_once(city):
    with charging():
        handling = accepted_case()
        first = order_of(handling)
        Letter.objects.filter(kind="ask_payment_number").update(done_at=None)
        again = order_of(handling)
    assert (again.number, again.issued_at) == (first.number, first.issued_at)
    assert Event.objects.filter(kind="applications.PaymentOrdered").count() == 1


def test_a_treasury_that_is_away_is_asked_later(city, settings):
    settings.HALL_TREASURY = "integrations.treasury.nowhere.Treasury"
    with charging():
        handling = accepted_case()
        assert order_of(handling).state == OrderState.ASKED
        settings.HALL_TREASURY = "integrations.treasury.demo.DemoTreasury"
        Letter.objects.update(due_at=datetime(2020, 1, 1, tzinfo=UTC))
        assert order_of(handling).state == OrderState.ISSUED


def test_unpaid_it_holds_up_the_certificate_and_nothing_before(city):
    with charging():
        handling = decided_case()
        with refused(handling, Incomplete) as told:
            issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
        assert "缴清" in str(told.value.message)
        pay(handling)
        issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
        work()
        deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))


def test_an_item_may_let_the_decision_wait(city):
    with charging(holds_up="decision"):
        handling = reviewed_case()
        with refused(handling, Incomplete):
            decide(handling)
        pay(handling)
        assert decide(fresh(handling)).decision.granted


def test_or_the_delivery_alone(city):
    with charging(holds_up="delivery"):
        handling = issued_case()
        with refused(handling, Incomplete):
            deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))
        pay(handling)
        deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))


@pytest.mark.parametrize("holds_up", ["decision", "issue", "delivery"])
def test_a_denial_waits_for_no_money_and_ends_the_charge(city, holds_up):
    with charging(holds_up=holds_up):
        handling = reviewed_case()
        number = order_of(handling).number
        handling = decide(fresh(handling), granted=False)
        assert order_of(handling).state == OrderState.WITHDRAWN
        deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    assert Letter.objects.filter(kind="withdraw_payment_order", done_at__isnull=False).exists()
    assert number


def test_who_withdraws_owes_nothing_more(city):
    with charging():
        handling = accepted_case()
        applicant = handling.application.applicant
        withdraw(handling.application.uid, applicant, seen=seen(handling), reason="经营计划变更", confirmed=True)
        assert order_of(handling).state == OrderState.WITHDRAWN


def test_it_falls_due_with_the_step_that_the_item_names(city):
    with charging(payable_from="issue"):
        handling = reviewed_case()
        assert not PaymentOrder.objects.exists()
        handling = decide(handling)
        assert PaymentOrder.objects.get().amount == Decimal("10.00")


def test_a_step_that_is_denied_away_charges_nobody(city):
    with charging(payable_from="issue"):
        decide(reviewed_case(), granted=False)
    assert not PaymentOrder.objects.exists()


def test_of_two_levels_the_one_that_accepted_collects_once(city):
    with charging():
        above = reported_case()
        assert PaymentOrder.objects.get().payee_id != above.department_id
        decide(examine(above))
        assert PaymentOrder.objects.count() == 1


def test_the_upper_level_collects_where_its_step_is_named(city):
    with charging(payable_from="city_review"):
        above = reported_case()
        named = above.current_step
    with charging(payable_from=named):
        above = reported_case(by="yunshang")
        assert PaymentOrder.objects.get().payee_id == above.department_id


def test_decided_on_the_spot_the_certificate_waits_for_the_payment(city):
    with charging():
        handling = received_case(INSTANT)
        told = {"content": "准予变更。", "opinion": "材料齐全，当场办结。"}
        decide_on_the_spot(handling.uid, clerk(handling, "signer"), seen=seen(handling), **told)
        handling = fresh(handling)
        assert handling.step_kind == "issue"
        pay(handling)
        issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))


def test_nothing_is_charged_twice_by_whoever_comes_again(city):
    with charging():
        handling = received_case()
        accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
        examine(fresh(handling))
        decide(fresh(handling))
    assert PaymentOrder.objects.count() == 1


def test_the_database_knows_one_order_a_case_and_none_paid_without_its_number(city):
    with charging():
        accepted_case()
    order = PaymentOrder.objects.get()
    for wrong in ({"state": OrderState.PAID}, {"state": OrderState.WAIVED}, {"amount": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaymentOrder.objects.filter(pk=order.pk).update(**wrong)
    same = {"application": order.application, "handling": order.handling, "payee": order.payee}
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentOrder.objects.create(**same, amount=1, lines=[])


def test_waiting_for_money_stops_no_clock(city):
    with freeze(datetime(2026, 11, 24, 9)):
        plain = accepted_case(by="yunshang")
        with charging():
            charged = accepted_case()
    assert charged.statutory_due == plain.statutory_due
    assert charged.application.promise_due == plain.application.promise_due


def test_transferred_the_right_agency_collects_under_a_number_of_its_own(city):
    with charging():
        wrong = accepted_case()
        number = order_of(wrong).number
        transfer(wrong.uid, clerk(wrong, "head"), seen=seen(wrong), to="500101", reason=ELSEWHERE)
        order = order_of(wrong)
        assert order.payee.hall.code == "500101"
        assert order.number != number
    assert PaymentOrder.objects.filter(state=OrderState.WITHDRAWN, number=number).count() == 1


def test_what_was_paid_goes_along(city):
    with charging():
        wrong = accepted_case()
        pay(wrong)
        transfer(wrong.uid, clerk(wrong, "head"), seen=seen(wrong), to="500101", reason=ELSEWHERE)
    assert PaymentOrder.objects.get().state == OrderState.PAID


def test_transferred_before_acceptance_nothing_is_due_yet(city):
    with charging():
        wrong = received_case()
        window = clerk(wrong, "window")
        transfer(wrong.uid, window, seen=seen(wrong), to="500101", reason=ELSEWHERE)
    assert not PaymentOrder.objects.exists()


def test_where_the_decision_waits_it_is_not_made_on_the_spot(city):
    with charging(holds_up="decision"):
        handling = received_case(INSTANT)
        told = {"content": "准予变更。", "opinion": "材料齐全，当场办结。"}
        with refused(handling, Incomplete):
            decide_on_the_spot(handling.uid, clerk(handling, "signer"), seen=seen(handling), **told)


def test_the_demo_item_of_a_road_charges_by_what_was_applied_for(city):
    build_city(today(), codes=["500000", "500103"], kinds=["城市管理"])
    publish("road_occupation")
    draft = draft_case("road_occupation", use="occupy", area="20", days="10")
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    people = {role: staff_member(f"yz-{role}") for role in ("window", "examiner", "signer", "cert")}
    accept(handling.uid, people["window"], seen=seen(handling))
    told: Any = {"favourable": True, "opinion": "确需占用，方案可行。", "no_conflict": True}
    review(handling.uid, people["examiner"], seen=seen(handling), **told)
    assert not PaymentOrder.objects.exists()
    grant(handling.uid, people["signer"], seen=seen(handling), content="准予占用。")
    assert order_of(handling).amount == Decimal("100.00")
    with refused(handling, Incomplete):
        issue(handling.uid, people["cert"], seen=seen(handling))
    pay(handling)
    assert issue(handling.uid, people["cert"], seen=seen(handling)).number
