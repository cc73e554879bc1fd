"""Extending the statutory limit (行政许可法 Art. 42): once, in time, by the right head, its reason told."""

from datetime import date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from applications.actions.extend import answer_extension, propose_extension
from applications.documents.kinds import Kind
from applications.models import Errand, Extension, Matter
from applications.queries.desk.errands import errands_for
from applications.rules import approver_duty, extension_allowed
from hall.accounts.models import Duty, Post
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, NotFound, Refused, TooLate, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    SAND_MINING,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    publish,
    received_case,
    reported_case,
    seen,
    staff_member,
)
from tests.factories.stopping import extended, resumed, stopped

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
REASON = "案情复杂，需要补充论证。"


def propose(handling, *, by=None, days=10, reason=REASON):
    examiner = by or clerk(handling, "examiner")
    return propose_extension(handling.uid, examiner, seen=seen(handling), days=days, reason=reason)


def answer(handling, user, *, granted=True, why=""):
    return answer_extension(handling.uid, user, seen=seen(handling), granted=granted, why=why)


def test_it_waits_for_the_head_and_moves_nothing_yet(city):
    handling = accepted_case()
    asked = propose(handling)
    assert fresh(handling).statutory_due == handling.statutory_due
    errand = Errand.objects.get(matter=Matter.ANSWER_EXTENSION)
    assert (errand.duty, errand.department, errand.subject_uid) == (Duty.HEAD, handling.department, asked.uid)


def test_granted_the_limit_is_longer_and_the_applicant_knows_why(city):
    with freeze(MONDAY):
        handling = accepted_case()
        extension = extended(handling)
    handling = fresh(handling)
    assert handling.statutory_due == date(2026, 4, 14)
    paper = handling.application.papers.get(kind=Kind.EXTENSION)
    assert extension.notice == paper
    assert (paper.facts.original_due, paper.facts.new_due) == (date(2026, 3, 30), date(2026, 4, 14))
    assert paper.facts.reason == REASON
    assert Errand.objects.get(matter=Matter.ANSWER_EXTENSION).done_at is not None


def test_the_promise_stays_what_was_promised(city):
    handling = accepted_case()
    extended(handling)
    assert fresh(handling).application.promise_due == handling.application.promise_due


def test_only_once(city):
    handling = accepted_case()
    extended(handling)
    with refused(handling, WrongState):
        propose(handling)


def test_the_database_knows_one_extension_of_a_handling(city):
    handling = accepted_case()
    granted = extended(handling)
    row = {name: getattr(granted, name) for name in ("days", "reason", "approver", "proposed_by_uid", "granted_on")}
    told = {"answered_by_uid": granted.answered_by_uid, "answered_at": granted.answered_at, "notice": granted.notice}
    second = Extension(application=handling.application, handling=handling, **row, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_the_last_day_is_in_time_and_the_day_after_is_not(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime.combine(handling.statutory_due, MONDAY.time())):
        propose(handling)
    with freeze(datetime.combine(handling.statutory_due + timedelta(1), MONDAY.time())), refused(handling, TooLate):
        answer(handling, clerk(handling, "head"))
    assert fresh(handling).statutory_due == handling.statutory_due


def test_it_is_not_proposed_when_the_limit_is_over(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime.combine(handling.statutory_due + timedelta(1), MONDAY.time())), refused(handling, TooLate):
        propose(handling)


def test_no_more_than_the_law_or_the_item_allows(city):
    handling = accepted_case()
    assert extension_allowed(handling) == 10
    with refused(handling, Incomplete) as told:
        propose(handling, days=11)
    assert "days" in told.value.fields


def test_an_items_own_limit_of_extension_counts(city):
    publish(limits={"statutory": {"days": 20, "extension_days": 4}, "promise": "7个工作日"})
    handling = accepted_case()
    with refused(handling, Incomplete):
        propose(handling, days=5)
    propose(handling, days=4)


def test_without_a_reason_nobody_extends(city):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        propose(handling, reason=" ")
    assert "reason" in told.value.fields


def test_only_examiners_propose_and_only_the_head_grants(city, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "signer"), clerk(handling, "head"), stranger):
        with refused(handling, NotAllowed):
            propose(handling, by=person)
    propose(handling)
    for person in (clerk(handling, "signer"), clerk(handling, "examiner"), staff_member("yz-supervisor"), stranger):
        with refused(handling, NotAllowed):
            answer(handling, person)


def test_a_head_who_examines_may_not_grant_what_they_proposed(city):
    handling = accepted_case()
    both = clerk(handling, "examiner")
    Post.objects.create(user=both, department=handling.department, duty=Duty.HEAD)
    propose(handling, by=both)
    with refused(handling, NotAllowed):
        answer(handling, clerk(handling, "examiner"))


def test_declined_with_a_reason_it_may_be_asked_again(city):
    handling = accepted_case()
    propose(handling)
    with refused(handling, Incomplete):
        answer(handling, clerk(handling, "head"), granted=False)
    answer(handling, clerk(handling, "head"), granted=False, why="可以按期办结。")
    assert fresh(handling).statutory_due == handling.statutory_due
    propose(handling)


def test_nothing_to_answer_is_not_found(city):
    handling = accepted_case()
    with refused(handling, NotFound):
        answer(handling, clerk(handling, "head"))


def test_before_acceptance_there_is_no_limit_to_extend(city):
    handling = received_case()
    with refused(handling, NotAllowed):
        propose(handling)


def test_the_lower_agency_has_no_extension_and_the_upper_one_has(city):
    below = accepted_case(SAND_MINING)
    assert extension_allowed(below) == 0
    with refused(below, WrongState):
        propose(below)


def test_the_upper_agency_extends_its_own_limit(city):
    above = reported_case()
    before = above.statutory_due
    extended(above)
    assert fresh(above).statutory_due > before


def test_in_joint_handling_it_is_the_government_and_fifteen_days(city):
    publish(handling_mode="central")
    handling = accepted_case()
    assert (approver_duty(handling), extension_allowed(handling)) == (Duty.GOVERNMENT, 15)
    propose(handling, days=15)
    with refused(handling, NotAllowed):
        answer(handling, clerk(handling, "head"))
    assert answer(handling, staff_member("yz-government")).granted_on is not None


def test_while_the_clock_stands_the_new_date_is_told_when_it_runs_again(city):
    with freeze(MONDAY):
        handling = accepted_case()
        suspension = stopped(handling)
        extension = extended(handling)
        assert extension.notice is not None
        assert extension.notice.content["new_due"] is None
    with freeze(datetime(2026, 3, 6, 9)):
        resumed(handling, suspension)
    # Five days were taken out of twenty and ten.
    assert fresh(handling).statutory_due == date(2026, 4, 20)


def test_a_decision_makes_an_open_proposal_moot(city):
    handling = accepted_case()
    propose(handling)
    head = clerk(handling, "head")
    places = [handling.department_id]
    assert [one.title for one in errands_for(head, places)] == ["审批延期"]
    decide(examine(fresh(handling)))
    assert errands_for(head, places) == []


@pytest.mark.django_db(transaction=True)
def test_two_heads_at_once_extend_once(city):
    handling = accepted_case()
    propose(handling)
    head, version = clerk(handling, "head"), seen(handling)
    barrier, refusals = Barrier(2), []

    def grant_it():
        barrier.wait()
        try:
            answer_extension(handling.uid, head, seen=version, granted=True)
        except Refused as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    threads = [Thread(target=grant_it) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(refusals) == 1
    assert Extension.objects.exclude(granted_on=None).count() == 1
    assert handling.application.papers.filter(kind=Kind.EXTENSION).count() == 1
