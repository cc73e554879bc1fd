"""Two supervisors at once, a retry beside the worker: with real threads against the real database."""

from datetime import date
from functools import partial

import pytest
from django.db import transaction

from hall.errors import WrongState
from hall.events.models import Event
from hall.events.worker import drain
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.notifications.models import Message
from hall.organisations.models import Hall
from hall.workdays.changes import Regional
from hall.workdays.models import CalendarProposal, CalendarRevision, ProposalState
from hall.workdays.proposals import apply_proposal, discard_proposal, propose
from tests.applications.actions.test_races import together
from tests.factories.cases import staff_member
from tests.hall.workdays.changing import rest

pytestmark = pytest.mark.django_db(transaction=True)
KIND = Kind("tests.raced", "演示")


@pytest.fixture
def ready(city) -> CalendarProposal:
    change = Regional(rest(date(2036, 3, 4)), "500103", "演示：区人民政府公告")
    proposal = propose(change, staff_member("cq-supervisor"))
    drain()
    return CalendarProposal.objects.get(uid=proposal.uid)


def test_a_change_that_five_make_at_once_is_made_once(ready):
    supervisor = staff_member("cq-supervisor")
    answers = together([partial(apply_proposal, ready.uid, supervisor)] * 5)
    assert sum(isinstance(one, CalendarRevision) for one in answers) == 1
    assert sum(isinstance(one, WrongState) for one in answers) == 4
    assert Event.objects.filter(kind="hall.workdays.CalendarChanged").count() == 1


def test_making_and_letting_go_at_once_leaves_one_of_them(ready):
    supervisor = staff_member("cq-supervisor")
    answers = together([partial(deed, ready.uid, supervisor) for deed in (apply_proposal, discard_proposal)])
    assert sum(isinstance(one, WrongState) for one in answers) == 1
    made = CalendarRevision.objects.filter(reason__contains="区人民政府公告").exists()
    state = CalendarProposal.objects.get(uid=ready.uid).state
    assert state == (ProposalState.APPLIED if made else ProposalState.DISCARDED)


def test_what_several_tell_at_once_is_told_once(city, applicant_zhang):
    def tell() -> None:
        with transaction.atomic():
            notify(applicant_zhang, KIND, "演示", key="one", hall=Hall.objects.get(code="500103"))

    together([tell] * 5)
    assert Message.objects.count() == 1


def test_two_workers_share_the_batches_and_count_each_once(ready):
    apply_proposal(ready.uid, staff_member("cq-supervisor"))
    together([drain, drain])
    batches = Event.objects.filter(kind="hall.workdays.BatchToRecount")
    counted = ["applications", "disclosures", "grievances", "requests"]
    assert sorted(batches.values_list("payload__counted", flat=True)) == counted
