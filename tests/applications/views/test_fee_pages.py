"""Fees on the pages of a case (行政许可法 Art. 58, 59): a number and a way to pay, or nothing at all."""

from decimal import Decimal

import pytest

from applications.actions.take_payment import take_payment
from hall.errors import Invalid
from tests.applications.views.desk import done, offered, opened
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk
from tests.factories.fees import charging, notice, order_of, pay

pytestmark = pytest.mark.django_db


def own_page(handling):
    application = handling.application
    return client_of(application.applicant).get(f"/{application.hall.code}/apply/{application.uid}/").content.decode()


def test_the_applicant_reads_number_amount_and_law_and_goes_to_pay(city):
    with charging():
        handling = accepted_case()
        order = order_of(handling)
        page = own_page(handling)
    for words in (order.number, "10.00元", "《演示条例》第二条", "去缴款", "演示收缴系统", "缴清以前不制证"):
        assert words in page


def test_no_fee_no_payment_page(city):
    page = own_page(accepted_case())
    assert "缴款" not in page
    assert 'id="fees"' not in page


def test_paid_it_shows_the_receipt_and_no_way_to_pay_again(city):
    with charging():
        handling = accepted_case()
        pay(handling)
        page, desk = own_page(handling), opened(handling, clerk(handling, "window")).content.decode()
    for shown in (page, desk):
        assert "50000001" in shown
        assert "已缴款" in shown
        assert "去缴款" not in shown


def test_before_it_falls_due_the_amount_is_told(city):
    with charging(payable_from="issue"):
        assert "10.00元，到应当缴款的环节时出具缴款单号" in own_page(accepted_case())


def test_the_agency_sees_what_was_refused_and_the_applicant_does_not(city):
    with charging():
        handling = accepted_case()
        order = order_of(handling)
        with pytest.raises(Invalid):
            take_payment(notice(order, amount=Decimal("11")))
        assert "没有入账" in opened(handling, clerk(handling, "window")).content.decode()
        assert "没有入账" not in own_page(handling)


def test_the_head_is_offered_the_published_grounds(city):
    with charging():
        handling = accepted_case()
        order_of(handling)
        head = clerk(handling, "head")
        assert "reduce_fee" in offered(opened(handling, head))
        assert "reduce_fee" not in offered(opened(handling, clerk(handling, "window")))
        assert done(handling, head, "reduce_fee", ground="0:friends", why="核对了证书。").status_code == 422
        assert done(handling, head, "reduce_fee", ground="0:charity", why="核对了证书。").status_code == 302
        assert "5.00元" in own_page(handling)
