from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from hall.numbering.counters import next_value
from hall.numbering.models import Counter


@pytest.mark.django_db
def test_numbers_begin_with_one_and_go_on_without_gaps():
    assert [next_value("case", "500103-2026") for _ in range(3)] == [1, 2, 3]


@pytest.mark.django_db
def test_each_scope_counts_for_itself():
    next_value("case", "500103-2026")
    assert next_value("case", "500103-2027") == 1
    assert next_value("paper", "500103-2026") == 1


@pytest.mark.django_db(transaction=True)
def test_a_failed_deed_gives_its_number_back():
    with transaction.atomic():
        assert next_value("case", "500103-2026") == 1
        transaction.set_rollback(True)
    assert next_value("case", "500103-2026") == 1


@pytest.mark.django_db(transaction=True)
def test_many_deeds_at_once_never_share_a_number():
    def take(_: int) -> list[int]:
        try:
            return [next_value("case", "race") for _ in range(25)]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        taken = [number for numbers in pool.map(take, range(8)) for number in numbers]
    assert sorted(taken) == list(range(1, 201))
    assert Counter.objects.get(kind="case", scope="race").value == 200
