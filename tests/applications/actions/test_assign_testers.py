"""Who tests by technical standards (行政许可法 Art. 55): two officers or more within five working days (T13)."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from applications import models
from applications.actions.assign_testers import assign_testers
from applications.lamps import lamp_of
from applications.models import Errand, Matter
from hall.accounts.models import Duty, Post
from hall.clock import freeze, today
from hall.errors import Incomplete, NotAllowed
from hall.workdays.lamp import Lamp
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, fresh, publish, seen, staff_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def handling(city):
    publish(technical_inspection=True, limits={"statutory": "20个工作日", "promise": "20个工作日"})
    with freeze(datetime(2026, 3, 2, 10)):
        return accepted_case()


def examiners(handling):
    """The department's own and one more of the hall, who is given the duty here."""
    own, other = clerk(handling, "examiner"), staff_member("yz-sl-examiner")
    Post.objects.get_or_create(user=other, department=handling.department, duty=Duty.EXAMINER)
    return [own.uid, other.uid]


def assign(handling, testers, *, by="head"):
    return assign_testers(handling.uid, clerk(handling, by), seen=seen(handling), testers=testers)


def lamp_on(handling, day):
    handling = fresh(handling)
    with freeze(day):
        return lamp_of(handling.application, handling, today=today())


def test_acceptance_gives_the_head_five_working_days(handling):
    errand = Errand.objects.get(matter=Matter.ASSIGN_TESTERS)
    assert (errand.duty, errand.due, errand.handling) == (Duty.HEAD, date(2026, 3, 9), handling)


def test_an_ordinary_item_asks_for_nobody(city):
    handling = accepted_case()
    assert not Errand.objects.filter(matter=Matter.ASSIGN_TESTERS).exists()
    with refused(handling, NotAllowed):
        assign(handling, examiners(handling))


def test_two_examiners_are_named_and_the_errand_is_done(handling):
    assignment = assign(handling, examiners(handling))
    assert len(assignment.tester_names) == 2
    assert Errand.objects.get(matter=Matter.ASSIGN_TESTERS).done_at is not None


def test_one_is_not_enough_nor_is_a_stranger_the_second(handling, stranger):
    own, _other = examiners(handling)
    for testers in ([own], [own, own], [own, stranger.uid], []):
        with refused(handling, Incomplete):
            assign(handling, testers)


def test_the_database_knows_no_single_tester(handling):
    assignment = assign(handling, examiners(handling))
    with pytest.raises(IntegrityError, match="two_testers_or_more"), transaction.atomic():
        models.TesterAssignment.objects.filter(pk=assignment.pk).update(tester_uids=assignment.tester_uids[:1])


def test_naming_others_keeps_the_first_assignment_in_the_file(handling):
    testers = examiners(handling)
    first = assign(handling, testers)
    assign(handling, testers)
    assert models.TesterAssignment.objects.get(pk=first.pk).replaced_at is not None
    assert models.TesterAssignment.objects.filter(replaced_at=None).count() == 1


def test_only_the_head_names_them(handling):
    for role in ("examiner", "signer", "window"):
        with refused(handling, NotAllowed):
            assign(handling, examiners(handling), by=role)


def test_nobody_named_in_time_is_amber(handling):
    assert lamp_on(handling, datetime(2026, 3, 9, 20)).lamp == Lamp.GREEN
    late = lamp_on(handling, datetime(2026, 3, 10, 1))
    assert (late.lamp, late.days_text[:9]) == (Lamp.AMBER, "指派检验人员的期限")
    with freeze(datetime(2026, 3, 10, 9)):
        assign(handling, examiners(handling))
    assert "指派" not in lamp_on(handling, datetime(2026, 3, 10, 10)).days_text
