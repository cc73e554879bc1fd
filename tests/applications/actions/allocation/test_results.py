"""Awards and exams decide who is granted (行政许可法 Art. 53, 54): no grant without one, and only to the winner."""

from datetime import date, timedelta

import pytest

from applications.actions.allocation import record_allocation
from applications.models import AllocationResult
from applications.queries.allocation import grounds_offered
from hall.clock import today
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused, told_of
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, decide, decided_case, fresh, received_case, reviewed_case, seen
from tests.factories.specs import item_says

pytestmark = pytest.mark.django_db


def record(handling, *, favourable=True, by="examiner", **more):
    written = {"reference": "演示标的001", "outcome": "清泉浴室", "happened_on": today(), "file": pdf(), **more}
    person = clerk(handling, by)
    return record_allocation(handling.uid, person, seen=seen(handling), favourable=favourable, **written)


@pytest.mark.parametrize("allocation", ["bid_auction", "exam"])
def test_nothing_is_granted_before_the_result_is_on_record(city, allocation):
    with item_says(allocation=allocation):
        handling = reviewed_case()
        with refused(handling, Incomplete):
            decide(handling)
        record(handling)
        assert decide(fresh(handling)).decision.granted


@pytest.mark.parametrize(("allocation", "article"), [("bid_auction", "第五十三条"), ("exam", "第五十四条")])
def test_who_lost_or_failed_is_denied_for_that_reason(city, allocation, article):
    with item_says(allocation=allocation):
        handling = reviewed_case()
        record(handling, favourable=False)
        with refused(handling, Incomplete):
            decide(fresh(handling))
        assert article in grounds_offered(fresh(handling))[0].basis
        assert not decide(fresh(handling), granted=False).decision.granted


def test_one_lot_has_one_winner(city):
    with item_says(allocation="bid_auction"):
        record(reviewed_case(by="qingquan"))
        other = reviewed_case(by="yunshang")
        with refused(other, Invalid):
            record(other)
        record(other, favourable=False)
        record(reviewed_case(by="zhangxiaoman"), reference="演示标的002")


def test_a_wrong_one_is_replaced_and_stays_on_file(city):
    with item_says(allocation="exam"):
        handling = accepted_case()
        record(handling, favourable=False, outcome="59分")
        record(handling, favourable=True, outcome="95分")
    assert [one.outcome for one in AllocationResult.objects.filter(replaced_at=None)] == ["95分"]
    assert AllocationResult.objects.count() == 2
    assert handling.exhibits.count() == 2


def test_the_score_is_sealed_and_in_no_event(city):
    with item_says(allocation="exam"):
        handling = accepted_case()
        record(handling, outcome="九十五分整")
    stored = AllocationResult.objects.extra(select={"raw": "outcome::text"}).values_list("raw", flat=True)[0]
    assert "九十五分整" not in stored
    assert "九十五分整" not in str(list(Event.objects.values_list("payload", flat=True)))


def test_it_is_for_examiners_of_the_case_alone(city, wz_wj_examiner, stranger):
    with item_says(allocation="exam"):
        handling = accepted_case()
        for person in (clerk(handling, "window"), clerk(handling, "signer"), wz_wj_examiner, stranger):
            with refused(handling, NotAllowed):
                record_allocation(
                    handling.uid,
                    person,
                    seen=seen(handling),
                    favourable=True,
                    reference="演示考试",
                    outcome="95分",
                    happened_on=today(),
                    file=pdf(),
                )


def test_what_has_not_happened_yet_is_no_result(city):
    with item_says(allocation="exam"):
        handling = accepted_case()
        with refused(handling, Invalid):
            record(handling, happened_on=today() + timedelta(days=1))
        with refused(handling, Incomplete):
            record(handling, outcome=" ")


@pytest.mark.parametrize("made", [received_case, decided_case])
def test_it_is_recorded_between_acceptance_and_decision(city, made):
    handling = made()
    with item_says(allocation="exam"), refused(handling, WrongState):
        record(handling)


def test_an_ordinary_item_has_none(city):
    handling = accepted_case()
    with refused(handling, WrongState):
        record(handling, happened_on=date(2026, 1, 5))


def test_sent_again_after_the_decision_it_is_told_so(city):
    with item_says(allocation="exam"):
        handling = reviewed_case()
        version = seen(handling)
        record(handling)
        decide(fresh(handling))
        with pytest.raises(WrongState) as lost:
            record_allocation(
                handling.uid,
                clerk(handling, "examiner"),
                seen=version,
                favourable=True,
                reference="演示标的001",
                outcome="95分",
                happened_on=today(),
                file=pdf(),
            )
    assert told_of(lost)
