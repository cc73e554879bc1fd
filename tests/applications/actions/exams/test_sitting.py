"""An exam is planned beforehand, and whoever was accepted gets a seat in it (行政许可法 Art. 54)."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from applications.actions.exams import enrol, plan_sitting
from applications.models import ExamSeat, ExamSitting
from hall.clock import freeze, now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.notifications.models import Message
from hall.uids import uid7
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_races import together
from tests.factories.cases import accepted_case, clerk, offering, publish, received_case, seen, staff_member
from tests.factories.exams import AFTER, BEFORE, EXAMINER, HELD_AT, plan, planned, publish_exam, seated


@pytest.fixture
def exam_item(city):
    publish_exam()


@pytest.mark.django_db
class TestAPlan:
    def test_names_when_where_in_what_and_with_which_line(self, exam_item):
        with freeze(BEFORE):
            sitting = planned()
        assert (sitting.subjects, sitting.pass_line, sitting.seats) == (["法规", "实务"], Decimal(60), 30)
        assert sitting.department == offering().department

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"title": " "}, "title"),
            ({"place": ""}, "place"),
            ({"subjects": []}, "subjects"),
            ({"subjects": ["法规", "法规"]}, "subjects"),
            ({"seats": 0}, "seats"),
            ({"seats": 5001}, "seats"),
            ({"held_at": HELD_AT - timedelta(days=30)}, "held_at"),
        ],
    )
    def test_is_whole_and_lies_ahead(self, exam_item, changes, field):
        with freeze(BEFORE), pytest.raises(Incomplete) as told:
            planned(**changes)
        assert field in told.value.fields
        assert not ExamSitting.objects.exists()

    @pytest.mark.parametrize("line", [0, 101])
    def test_has_a_line_that_can_be_reached(self, exam_item, line):
        with freeze(BEFORE), pytest.raises(Invalid):
            planned(pass_line=Decimal(line))

    def test_of_one_name_there_is_one(self, exam_item):
        with freeze(BEFORE):
            planned()
            with pytest.raises(Invalid):
                planned()

    @pytest.mark.parametrize("person", ["yz-wj-window", "yz-wj-signer", "wz-wj-examiner", "yz-rs-examiner"])
    def test_is_for_the_examiners_of_its_organ(self, exam_item, person):
        with freeze(BEFORE), pytest.raises(NotAllowed):
            plan_sitting(staff_member(person), **plan())

    def test_is_for_exam_items_alone(self, city):
        publish()
        with freeze(BEFORE), pytest.raises(NotAllowed):
            plan_sitting(staff_member(EXAMINER), **plan())


@pytest.mark.django_db
class TestASeat:
    def test_follows_acceptance_and_is_told(self, exam_item):
        with freeze(BEFORE):
            sitting = planned()
            first = seated(accepted_case(), sitting)
            second = seated(accepted_case(by="zhangxiaoman"), sitting)
        assert (first.number, second.number) == (1, 2)
        assert first.admission_no != second.admission_no
        told = Message.objects.filter(recipient=first.application.applicant).values_list("text", flat=True)
        assert any(first.admission_no in text for text in told)

    def test_there_is_one_a_case(self, exam_item):
        with freeze(BEFORE):
            sitting, handling = planned(), accepted_case()
            seated(handling, sitting)
            with refused(handling, WrongState):
                seated(handling, sitting)

    def test_past_the_last_there_is_none(self, exam_item):
        with freeze(BEFORE):
            sitting = planned(seats=1)
            seated(accepted_case(), sitting)
            other = accepted_case(by="zhangxiaoman")
            with refused(other, WrongState):
                seated(other, sitting)

    def test_once_it_began_there_is_none(self, exam_item):
        with freeze(BEFORE):
            sitting, handling = planned(), accepted_case()
        with freeze(AFTER), refused(handling, WrongState):
            seated(handling, sitting)

    def test_before_acceptance_there_is_none(self, exam_item):
        with freeze(BEFORE):
            sitting, handling = planned(), received_case()
            with refused(handling, WrongState):
                seated(handling, sitting)

    @pytest.mark.parametrize("role", ["window", "signer", "cert"])
    def test_only_an_examiner_gives_it(self, exam_item, role):
        with freeze(BEFORE):
            sitting, handling = planned(), accepted_case()
            with refused(handling, NotAllowed):
                enrol(handling.uid, clerk(handling, role), seen=seen(handling), sitting=sitting.uid)

    def test_of_an_exam_that_there_is_not_is_not_found(self, exam_item):
        with freeze(BEFORE):
            handling = accepted_case()
            with refused(handling, NotFound):
                enrol(handling.uid, clerk(handling, "examiner"), seen=seen(handling), sitting=uid7())


@pytest.mark.django_db(transaction=True)
def test_three_who_want_the_last_seat_get_it_once(city):
    publish_exam()
    sitting = planned(seats=1, held_at=now() + timedelta(days=30))
    cases = [accepted_case(by=who) for who in ("qingquan", "zhangxiaoman", "yunshang")]
    outcomes = together([partial(seated, handling, sitting) for handling in cases])
    assert ExamSeat.objects.count() == 1
    assert sum(isinstance(one, WrongState) for one in outcomes) == 2
