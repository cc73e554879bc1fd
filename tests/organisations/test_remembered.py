"""What a process knows of halls and departments is a few seconds old at most, and never invented."""

import pytest

from hall.organisations import remembered as memory
from hall.organisations.models import Department
from hall.organisations.remembered import department_by_id, hall_by_id


@pytest.fixture(autouse=True)
def empty_memory(settings):
    settings.HALL_REMEMBER_SECONDS = 5
    memory._kept.clear()
    yield
    memory._kept.clear()


def test_a_second_question_asks_nothing(city, django_assert_num_queries):
    department = department_by_id(city.departments["yz-wj"].pk)
    assert department.hall == city.yz
    with django_assert_num_queries(0):
        assert department_by_id(department.pk).hall.division.code == "500103"
        assert department_by_id(department.pk).name == department.name


def test_after_the_seconds_a_change_is_seen(city, monkeypatch):
    moment = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: moment)
    pk = city.departments["yz-wj"].pk
    before = department_by_id(pk).phone
    Department.objects.filter(pk=pk).update(phone="023-00000000")
    assert department_by_id(pk).phone == before
    moment += 5
    assert department_by_id(pk).phone == "023-00000000"


def test_invented_questions_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(memory, "_MOST", 10)
    for number in range(100):
        memory.remembered(("host", f"nobody-{number}"), lambda: None)
    assert len(memory._kept) <= 10


def test_with_zero_seconds_every_question_is_asked(city, settings, django_assert_num_queries):
    settings.HALL_REMEMBER_SECONDS = 0
    with django_assert_num_queries(2):
        hall_by_id(city.yz.pk)
        hall_by_id(city.yz.pk)
