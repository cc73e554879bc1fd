"""A fee is let off on a ground that the item publishes, by the head of the agency; nobody types an amount."""

from decimal import Decimal

import pytest

from applications.actions.fees import reduce_fee
from applications.actions.issue import issue
from applications.actions.take_payment import take_payment
from applications.models import OrderState, PaymentOrder
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, decided_case, seen
from tests.factories.fees import charging, notice, order_of, pay

pytestmark = pytest.mark.django_db


def reduce(handling, ground, *, by="head", why="核对了登记证书。"):
    return reduce_fee(handling.uid, clerk(handling, by), seen=seen(handling), ground=ground, why=why)


def test_half_is_let_off_and_a_new_number_replaces_the_old(city):
    with charging():
        handling = accepted_case()
        old = order_of(handling)
        reduce(handling, "0:charity")
        fresh = order_of(handling)
        assert (fresh.state, fresh.amount) == (OrderState.ISSUED, Decimal("5.00"))
        assert fresh.number != old.number
        assert fresh.lines[0]["reduced"]["basis"] == "《演示条例》第三条"
        assert fresh.reduced_by_name
        old.refresh_from_db()
        assert old.state == OrderState.WITHDRAWN
        with pytest.raises(Invalid):
            take_payment(notice(old))
        assert take_payment(notice(fresh)).state == OrderState.PAID


def test_all_of_it_is_let_off_and_nothing_waits(city):
    with charging():
        handling = decided_case()
        waived = reduce(handling, "0:disabled")
        assert (waived.state, waived.amount) == (OrderState.WAIVED, 0)
        issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))


@pytest.mark.parametrize("role", ["window", "examiner", "signer", "cert"])
def test_only_the_head_may(city, role):
    with charging():
        handling = accepted_case()
        with refused(handling, NotAllowed):
            reduce(handling, "0:charity", by=role)


def test_nor_the_head_of_another_agency(city, wz_wj_examiner):
    with charging():
        handling = accepted_case()
        with refused(handling, NotAllowed):
            reduce_fee(handling.uid, wz_wj_examiner, seen=seen(handling), ground="0:charity", why="核对了证书。")


@pytest.mark.parametrize("ground", ["0:friends", "1:charity", "charity", "", "0:", "x:y"])
def test_only_what_the_item_publishes(city, ground):
    with charging():
        handling = accepted_case()
        with refused(handling, Incomplete):
            reduce(handling, ground)


def test_with_what_was_checked_in_words(city):
    with charging():
        handling = accepted_case()
        with refused(handling, Incomplete):
            reduce(handling, "0:charity", why=" ")


def test_once_a_line(city):
    with charging():
        handling = accepted_case()
        reduce(handling, "0:charity")
        with refused(handling, Incomplete):
            reduce(handling, "0:disabled")


def test_what_was_paid_is_the_treasury_s_to_give_back(city):
    with charging():
        handling = accepted_case()
        pay(handling)
        with refused(handling, WrongState):
            reduce(handling, "0:charity")


def test_where_nothing_is_charged_nothing_is_let_off(city):
    handling = accepted_case()
    with refused(handling, WrongState):
        reduce(handling, "0:charity")
    assert not PaymentOrder.objects.exists()
