"""What the treasury says was paid is taken by number and amount; what differs is refused and is an R10."""

import json
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from applications.actions.take_payment import receive_payment, take_payment
from applications.models import OrderState, PaymentNotice, PaymentOrder
from applications.treasury import sign
from hall.audit.models import Entry
from hall.errors import Invalid, NotAllowed, NotFound
from hall.events.models import Event
from tests.applications.actions.test_races import together
from tests.factories.cases import accepted_case, decide, fresh, reviewed_case
from tests.factories.fees import PAID_AT, charging, notice, order_of, pay


def broken():
    """The rules of domain.md §7.4 that supervision has heard of, oldest first."""
    told = Event.objects.filter(kind="applications.RuleBroken").order_by("id")
    return [payload["rule"] for payload in told.values_list("payload", flat=True)]


@pytest.mark.django_db
class TestAPayment:
    def test_is_noted_with_its_receipt(self, city):
        with charging():
            paid = pay(accepted_case())
        paid.refresh_from_db()
        assert (paid.state, paid.paid_at, paid.receipt_no) == (OrderState.PAID, PAID_AT, "50000001")
        assert paid.payer == "重庆清泉浴室有限公司"
        assert Event.objects.filter(kind="applications.FeePaid").count() == 1
        assert broken() == []

    def test_told_again_is_the_same_payment(self, city):
        with charging():
            order = order_of(accepted_case())
            first, again = take_payment(notice(order)), take_payment(notice(order, paid_at=PAID_AT + timedelta(1)))
        assert again.paid_at == first.paid_at
        assert Event.objects.filter(kind="applications.FeePaid").count() == 1
        assert PaymentNotice.objects.count() == 1

    @pytest.mark.parametrize("amount", ["9.99", "10.01", "1000"])
    def test_of_another_amount_is_refused_and_told_once(self, city, amount):
        with charging():
            order = order_of(accepted_case())
            for _again in range(2):
                with pytest.raises(Invalid, match="金额"):
                    take_payment(notice(order, amount=Decimal(amount)))
            assert broken() == ["R10"]
            assert PaymentOrder.objects.get().state == OrderState.ISSUED
            # The right one is taken all the same.
            assert take_payment(notice(order)).state == OrderState.PAID

    def test_of_another_amount_after_the_right_one_is_refused_too(self, city):
        with charging():
            handling = accepted_case()
            order = pay(handling)
            with pytest.raises(Invalid):
                take_payment(notice(order, amount=Decimal("20")))
        assert broken() == ["R10"]
        assert PaymentOrder.objects.get().amount == Decimal("10.00")

    def test_for_a_case_that_owes_none_is_an_r10(self, city):
        handling = accepted_case()
        told = partial(notice, PaymentOrder(number="NOBODYS", amount=10), case_no=handling.application.case_no)
        with pytest.raises(Invalid, match="没有这个缴款单号"):
            take_payment(told())
        assert broken() == ["R10"]
        assert Event.objects.get(kind="applications.RuleBroken").subject_uid == handling.application.uid

    def test_for_nobody_s_order_is_refused_and_on_the_trail(self, city):
        with pytest.raises(NotFound):
            take_payment(notice(PaymentOrder(number="NOBODYS", amount=10)))
        assert Entry.objects.filter(action="PaymentOfNoOrder").count() == 1
        assert broken() == []

    def test_of_an_order_that_was_withdrawn_is_an_r10(self, city):
        with charging():
            handling = reviewed_case()
            order = order_of(handling)
            decide(fresh(handling), granted=False)
            with pytest.raises(Invalid, match="撤销"):
                take_payment(notice(order))
        assert "R10" in broken()

    def test_that_came_before_its_number_was_known_is_taken_later(self, city):
        with charging():
            handling = accepted_case()
            early = notice(PaymentOrder(number="YS-EARLY", amount=10), case_no=handling.application.case_no)
            with pytest.raises(Invalid):
                take_payment(early)
            PaymentOrder.objects.update(number="YS-EARLY", state=OrderState.ISSUED)
            assert take_payment(early).state == OrderState.PAID

    def test_the_payer_is_sealed_and_in_no_event(self, city):
        with charging():
            order = order_of(accepted_case())
            take_payment(notice(order, payer="演示付款人王五"))
        raw = PaymentOrder.objects.extra(select={"raw": "payer::text"}).values_list("raw", flat=True)[0]
        assert "王五" not in raw
        assert "王五" not in str(list(Event.objects.values_list("payload", flat=True)))


@pytest.mark.django_db(transaction=True)
def test_told_by_ten_at_once_it_is_paid_once(city):
    with charging():
        order = order_of(accepted_case())
        outcomes = together([partial(take_payment, notice(order))] * 10)
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert Event.objects.filter(kind="applications.FeePaid").count() == 1
    assert PaymentNotice.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_wrong_ones_at_once_are_one_event(city):
    with charging():
        order = order_of(accepted_case())
        outcomes = together([partial(take_payment, notice(order, amount=Decimal("11")))] * 10)
    assert all(isinstance(one, Invalid) for one in outcomes)
    assert broken() == ["R10"]


@pytest.mark.django_db
class TestAMessage:
    def body(self, order, **changes):
        told = {"number": order.number, "amount": str(order.amount), "paid_at": PAID_AT.isoformat(), "payer": "甲"}
        return json.dumps({**told, **changes}).encode()

    def test_of_the_treasury_is_taken(self, city):
        with charging():
            body = self.body(order_of(accepted_case()))
            assert receive_payment(body, sign(body)).state == OrderState.PAID

    def test_of_anybody_else_is_not(self, city, settings):
        with charging():
            order = order_of(accepted_case())
            body = self.body(order)
            signature = sign(body)
            settings.HALL_TREASURY_KEY = "another key"
            for wrong in ("", "00" * 32, signature, "签名"):
                with pytest.raises(NotAllowed):
                    receive_payment(body, wrong)
            assert receive_payment(body, sign(body)).state == OrderState.PAID

    def test_changed_on_its_way_is_not(self, city):
        with charging():
            order = order_of(accepted_case())
            signature = sign(self.body(order))
            with pytest.raises(NotAllowed):
                receive_payment(self.body(order, amount="0.01"), signature)
        assert PaymentOrder.objects.get().state == OrderState.ISSUED

    @pytest.mark.parametrize(
        "changes",
        [
            {"amount": 10},
            {"amount": 10.0},
            {"amount": "NaN"},
            {"amount": "-10"},
            {"amount": "0"},
            {"amount": "10.001"},
            {"amount": "1e20"},
            {"amount": None},
            {"number": ""},
            {"number": "Y" * 51},
            {"number": 5},
            {"number": "Y\0"},
            {"paid_at": "yesterday"},
            {"paid_at": "2026-11-27T09:00:00"},
            {"paid_at": "2026-13-45T09:00:00Z"},
            {"payer": "\ud800"},
        ],
    )
    def test_that_cannot_be_read_is_refused_by_its_field(self, city, changes):
        with charging():
            body = self.body(order_of(accepted_case()), **changes)
        with pytest.raises(Invalid) as told:
            receive_payment(body, sign(body))
        assert list(told.value.fields) == list(changes)
        assert PaymentOrder.objects.get().state == OrderState.ISSUED

    @pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"null", b"{"])
    def test_that_is_none_is_refused(self, city, body):
        with pytest.raises(Invalid):
            receive_payment(body, sign(body))
