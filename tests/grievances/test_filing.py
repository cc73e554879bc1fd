"""Whatever comes in is registered at once, with or without a name, and goes to a hall that can handle it."""

from datetime import date, datetime

import pytest

from complaints.grievances.actions.recount import CountedGrievances
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from hall.accounts.models import Post
from hall.clock import SHANGHAI, freeze
from hall.errors import Invalid
from hall.events.models import Event
from tests.factories.cases import accepted_case, clerk
from tests.grievances.making import accepted, again, filed, handler, officer_of

pytestmark = pytest.mark.django_db


def test_it_is_received_with_a_number_and_a_code_of_its_own(city):
    first, second = filed(), filed()
    assert first.state == GrievanceState.RECEIVED
    assert first.number.startswith("TS500103")
    assert first.number != second.number
    assert first.query_code != second.query_code


def test_nobody_has_to_say_who_they_are(city, applicant_zhang):
    assert (filed().complainant, filed().name) == (None, "")
    # Signing in is no reason to be named to the handler.
    mine = filed(user=applicant_zhang)
    assert (mine.complainant, mine.name) == (applicant_zhang, "")


def test_what_is_written_is_sealed_and_the_announcement_names_nobody(city):
    grievance = filed(name="张小满", phone="13800001234", content="我的身份证号码是隐私。")
    from_database = Grievance.objects.raw(
        "SELECT id, content::text, phone::text, query_code::text FROM grievances_grievance"
    )
    assert from_database[0].content == grievance.content
    (event,) = Event.objects.filter(subject_uid=grievance.uid)
    assert event.payload == {"category": "complaint"}


def test_one_s_own_case_brings_its_hall_its_department_and_its_people(city):
    handling = accepted_case()
    case = handling.application
    grievance = filed(hall="500000", user=case.applicant, case_no=case.case_no)
    assert (grievance.hall, grievance.accused_department) == (handling.hall, handling.department)
    assert str(clerk(handling, "window").uid) in grievance.involved


def test_another_s_case_and_a_wrong_number_are_told_alike(city, applicant_li):
    case = accepted_case().application
    told = []
    for user, number in [(applicant_li, case.case_no), (applicant_li, "TS1"), (None, case.case_no)]:
        with pytest.raises(Invalid) as refused:
            filed(user=user, case_no=number)
        told.append((str(refused.value.message), list(refused.value.fields)))
    assert len({str(one) for one in told}) == 1
    assert told[0][1] == ["case_no"]
    assert not Grievance.objects.exists()


def test_what_the_hall_cannot_handle_itself_goes_to_the_hall_above(city, staff):
    department = city.departments["yz-wj"]
    Post.objects.filter(department__hall=city.yz, duty__in=["complaints", "supervisor"]).delete()
    officer_of(department)
    assert filed(accused_department=department).hall == city.cq
    assert filed(accused_department=city.departments["yz-rs"]).hall == city.yz


def test_a_complaint_about_the_handler_by_name_goes_to_the_hall_above(city, staff):
    # The hall's supervisor could take it as well: without one, nobody here is left.
    Post.objects.filter(department__hall=city.yz, duty="supervisor").delete()
    assert filed(accused_person=f"窗口的{handler().name}").hall == city.cq
    assert filed(accused_person="某某").hall == city.yz


def test_it_is_to_be_accepted_in_two_working_days_and_answered_in_its_own_time(city):
    # Tuesday the 10th of November: two working days to the 12th; accepted on the 11th, fifteen to the 2nd of December.
    with freeze(datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)):
        assert filed().due == date(2026, 11, 12)
    with freeze(datetime(2026, 11, 11, 10, tzinfo=SHANGHAI)):
        assert accepted().due == date(2026, 12, 2)
        assert accepted(category="suggestion").due == date(2026, 11, 20)


def test_a_due_date_that_was_lost_is_counted_again(city):
    grievance = filed()
    Grievance.objects.update(due=date(2020, 1, 1))
    assert len(CountedGrievances().count(grievance.pk)) == 1
    assert again(grievance).due == grievance.due
    assert CountedGrievances().count(grievance.pk) == []
