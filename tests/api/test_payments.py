"""A treasury tells what was paid: signed, answered, and safe to send again."""

import json

import pytest
from django.test import Client

from applications.models import OrderState, PaymentOrder
from applications.treasury import sign
from tests.factories.cases import accepted_case
from tests.factories.fees import PAID_AT, charging, order_of

pytestmark = pytest.mark.django_db
PLACE = "/api/v1/payments/"


@pytest.fixture
def order(city):
    with charging():
        yield order_of(accepted_case())


def send(order, *, signature=None, **changes):
    told = {"number": order.number, "amount": str(order.amount), "paid_at": PAID_AT.isoformat(), **changes}
    body = json.dumps(told).encode()
    headers = {"X-Hall-Signature": sign(body) if signature is None else signature}
    client = Client(enforce_csrf_checks=True)
    return client.post(PLACE, body, content_type="application/json", headers=headers)


def test_signed_it_is_taken_however_often_it_is_sent(order):
    for _again in range(3):
        answer = send(order)
        assert (answer.status_code, answer.json()) == (200, {"number": order.number, "state": "paid"})
    assert PaymentOrder.objects.get().state == OrderState.PAID


@pytest.mark.parametrize("signature", ["", "0" * 64, "签名"])
def test_unsigned_it_is_refused(order, signature):
    answer = send(order, signature=signature.encode().decode("latin-1"))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert PaymentOrder.objects.get().state == OrderState.ISSUED


def test_another_amount_is_refused_in_words(order):
    answer = send(order, amount="0.01")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert "金额" in answer.json()["title"]


def test_an_order_that_nobody_knows_is_not_found(order):
    assert send(order, number="NOBODYS").status_code == 404


def test_nobody_reads_anything_here(order):
    assert Client().get(PLACE).status_code == 405
