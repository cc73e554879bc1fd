from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction

from hall.clock import SHANGHAI, freeze
from hall.errors import TooMany
from hall.throttling.models import Allowance
from hall.throttling.spending import forget_closed, spend

MORNING = datetime(2026, 11, 23, 9, tzinfo=SHANGHAI)


def spend_one(bucket: str = "look_up", key: str = "203.0.113.7", limit: int = 3) -> None:
    spend(bucket, key, limit=limit, period=60)


def refused() -> TooMany:
    with pytest.raises(TooMany) as refusal:
        spend_one()
    return refusal.value


@pytest.mark.django_db
class TestSpending:
    def test_the_limit_may_be_used_and_not_one_more(self):
        with freeze(MORNING):
            for _ in range(3):
                spend_one()
            assert refused().status == 429

    def test_the_refusal_says_how_long_to_wait(self):
        with freeze(MORNING):
            for _ in range(3):
                spend_one()
        with freeze(MORNING + timedelta(seconds=20)):
            assert refused().retry_after == 40

    def test_a_new_window_begins_when_the_old_one_has_ended(self):
        with freeze(MORNING):
            for _ in range(3):
                spend_one()
        with freeze(MORNING + timedelta(seconds=60)):
            spend_one()

    def test_each_bucket_and_each_key_has_its_own_allowance(self):
        with freeze(MORNING):
            for _ in range(3):
                spend_one()
            spend_one(key="203.0.113.8")
            spend_one(bucket="sign_in")

    def test_a_dear_act_costs_more(self):
        spend("export", "key", limit=10, period=60, cost=8)
        with pytest.raises(TooMany):
            spend("export", "key", limit=10, period=60, cost=8)

    def test_the_key_is_kept_as_a_digest_only(self):
        spend_one()
        assert "203.0.113.7" not in str(Allowance.objects.values_list().get())

    def test_closed_windows_are_forgotten_and_running_ones_are_not(self):
        with freeze(MORNING):
            spend_one()
        with freeze(MORNING + timedelta(seconds=59)):
            assert forget_closed() == 0
        with freeze(MORNING + timedelta(seconds=61)):
            assert forget_closed() == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_get_more_than_the_limit():
    def try_often(_: int) -> int:
        got = 0
        try:
            for _try in range(10):
                try:
                    spend("race", "one key", limit=25, period=600)
                    got += 1
                except TooMany:
                    pass
        finally:
            connection.close()
        return got

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_often, range(8))) == 25


@pytest.mark.django_db(transaction=True)
def test_counting_inside_a_transaction_is_refused_because_a_rollback_would_undo_it():
    with pytest.raises(RuntimeError), transaction.atomic():
        spend_one()


@pytest.mark.django_db(transaction=True)
def test_a_refused_try_stays_counted():
    for _ in range(5):
        try:
            spend_one()
        except TooMany:
            continue
    assert Allowance.objects.get().spent == 5
