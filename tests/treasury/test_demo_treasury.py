"""The demonstration treasury says what it is, is for one's own orders, and is absent from a real installation."""

import pytest

from applications.models import OrderState, PaymentOrder
from applications.treasury import OrderRequest
from integrations.treasury.demo import DemoTreasury
from tests.cast import client_of
from tests.factories.cases import accepted_case
from tests.factories.fees import charging, order_of

pytestmark = pytest.mark.django_db


def page_of(order):
    return f"/500103/treasury/demo/{order.uid}/"


@pytest.fixture
def order(city):
    with charging():
        yield order_of(accepted_case())


def test_it_says_plainly_that_no_money_moves(order):
    page = client_of(order.application.applicant).get(page_of(order)).content.decode()
    assert "这是演示用的缴款页面" in page
    assert "不会收取款项" in page
    assert order.number in page
    assert '<button class="button">演示缴款' in page


def test_one_button_pays_and_pressed_twice_pays_once(order):
    client = client_of(order.application.applicant)
    for _again in range(2):
        answer = client.post(page_of(order))
        assert answer.headers["Location"].endswith(f"/apply/{order.application.uid}/")
    paid = PaymentOrder.objects.get()
    assert (paid.state, paid.payer) == (OrderState.PAID, order.application.applicant_name)
    client.get(page_of(order))
    assert '<button class="button">演示缴款' not in client.get(page_of(order)).content.decode()


def test_looking_pays_nothing(order):
    client_of(order.application.applicant).get(page_of(order))
    assert PaymentOrder.objects.get().state == OrderState.ISSUED


def test_somebody_else_s_order_is_as_if_absent(order, stranger):
    for answer in (client_of(stranger).get(page_of(order)), client_of(stranger).post(page_of(order))):
        assert answer.status_code == 404
    assert PaymentOrder.objects.get().state == OrderState.ISSUED


def test_outside_a_demonstration_there_is_no_such_page(order, settings):
    settings.HALL_DEMO = False
    assert client_of(order.application.applicant).get(page_of(order)).status_code == 404
    assert DemoTreasury().pay_url(str(order.uid), "1") == ""


def test_the_same_key_is_the_same_number(order):
    adapter = DemoTreasury()
    asked = OrderRequest("case", "payee", "code", "payer", order.amount, ())
    assert adapter.issue(asked, str(order.uid)) == order.number
    assert len(order.number) <= 50
