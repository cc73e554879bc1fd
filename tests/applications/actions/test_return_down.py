"""Return between agencies (行政许可法 Art. 35, 42, 43): never to the applicant, and no level gains a day by it."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.actions.report_up import report_up
from applications.actions.return_down import return_down
from applications.actions.supplement import supplement
from applications.actions.telling import MOVED
from applications.lifecycle import CaseState, HandlingState
from applications.models import Handling
from applications.queries.desk.exhibits import exhibits_seen
from applications.timeline import timeline_of
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.models import Event
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused, told_of
from tests.factories.answers import PDF
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    clerk,
    decide,
    examine,
    fresh,
    reported_again,
    reported_case,
    returned_case,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db

MISSING = "防洪影响没有审查结论，请补充说明。"


def back(above, user=None, missing=MISSING):
    return return_down(above.uid, user or clerk(above, "signer"), seen=seen(above), missing=missing)


def put_in(below, user=None):
    file = SimpleUploadedFile("踏勘图.pdf", PDF, content_type="application/pdf")
    return supplement(below.uid, user or clerk(below, "examiner"), seen=seen(below), file=file)


def test_the_lower_agency_examines_again_and_the_applicant_is_asked_for_nothing(city):
    above = reported_case()
    back(above)
    above = fresh(above)
    below = fresh(above.application.handlings.exclude(pk=above.pk).get())
    assert (above.state, below.state) == (HandlingState.RETURNED, HandlingState.EXAMINING)
    assert (above.desk_due, below.ended_at, below.step_kind) == (None, None, "review")
    assert above.application.state == CaseState.ACCEPTED
    assert not above.application.corrections.exists()
    assert below.desk_due is not None


def test_the_applicant_is_told_that_nothing_is_asked_of_them(city):
    above = reported_case()
    back(above)
    told = Message.objects.get(recipient=above.application.applicant, kind=MOVED.name)
    assert above.department.name in told.text
    assert "不需要补交材料" in told.text


def test_the_clock_of_the_lower_agency_and_the_promise_run_on(city):
    with freeze(datetime(2026, 11, 2, 9)):
        above = reported_case()
        below = Handling.objects.exclude(pk=above.pk).get()
        before = below.statutory_due, above.application.promise_due
    with freeze(datetime(2026, 11, 10, 9)):
        back(above)
        below = fresh(below)
    assert (below.statutory_due, below.application.promise_due) == before


def test_a_second_package_opens_a_new_handling_whose_clock_runs_from_its_receipt(city):
    with freeze(datetime(2026, 11, 2, 9)):
        below = returned_case()
    with freeze(datetime(2026, 11, 9, 9)):
        again = reported_again(below)
    first, second = below.sent_packages.order_by("number")
    assert (first.number, second.number, second.opened_as_id) == (1, 2, again.pk)
    assert str(again.clock_from) == "2026-11-09"
    assert first.opened_as.state == HandlingState.RETURNED
    assert again.application.handlings.count() == 3


def test_where_a_deployment_says_so_it_runs_on_from_the_first_receipt(city, settings):
    settings.HALL_RETURN_RENEWS = False
    with freeze(datetime(2026, 11, 2, 9)):
        above = reported_case()
        back(above)
    with freeze(datetime(2026, 11, 9, 9)):
        again = reported_again(fresh(above.application.handlings.exclude(pk=above.pk).get()))
    assert str(again.clock_from) == "2026-11-02"


def test_the_city_decides_from_the_second_package(city):
    decided = decide(examine(reported_again(returned_case())))
    assert decided.application.state == CaseState.DECIDED


def test_a_report_after_the_lower_limit_is_event_r07(city):
    with freeze(datetime(2026, 9, 1, 9)):
        below = reviewed_case(SAND_MINING)
    with freeze(datetime.combine(below.statutory_due + timedelta(days=1), datetime.min.time().replace(hour=9))):
        report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    assert _broken(below).count("R07") == 1


def test_a_report_in_time_breaks_no_rule(city):
    assert "R07" not in _broken(reported_case())


def _broken(handling):
    events = Event.objects.filter(subject_uid=handling.application.uid, kind="applications.RuleBroken")
    return [one.payload["rule"] for one in events]


def test_files_of_the_agency_travel_with_the_second_package_and_materials_stay_the_same(city):
    below = returned_case()
    put_in(below)
    again = reported_again(fresh(below))
    first, second = below.sent_packages.order_by("number")
    assert [one["name"] for one in second.supplements] == ["踏勘图.pdf"]
    assert second.materials == first.materials
    assert [one.file.given_name for one in exhibits_seen(again)] == ["踏勘图.pdf"]


def test_the_upper_agency_does_not_see_a_supplement_before_it_is_sent(city):
    below = returned_case()
    put_in(below)
    above = below.sent_packages.get().opened_as
    assert not exhibits_seen(above).exists()


def test_only_an_examiner_below_supplements_and_only_what_came_back(city, cq_sl_examiner, wz_sl_examiner):
    below = returned_case()
    for person in (clerk(below, "signer"), cq_sl_examiner, wz_sl_examiner):
        with refused(below, NotAllowed):
            put_in(below, person)
    fresh_one = reported_case(by="yunshang")
    other = fresh(fresh_one.application.handlings.exclude(pk=fresh_one.pk).get())
    with refused(other, WrongState):
        put_in(other)


def test_once_is_enough_everything_is_told_at_once(city):
    again = reported_again(returned_case())
    with refused(again, WrongState):
        back(again)


def test_not_after_its_own_period_has_passed(city):
    above = reported_case()
    with (
        freeze(datetime.combine(above.statutory_due + timedelta(days=1), datetime.min.time())),
        refused(above, WrongState),
    ):
        back(above)


def test_what_is_missing_must_be_said(city):
    above = reported_case()
    with refused(above, Incomplete):
        back(above, missing="退回")


def test_it_is_the_signers_of_the_upper_agency_alone(city, yz_sl_signer, cq_wj_signer, stranger):
    above = reported_case()
    for person in (clerk(above, "examiner"), yz_sl_signer, cq_wj_signer, stranger):
        with refused(above, NotAllowed):
            back(above, person)


def test_a_case_that_came_from_the_applicant_goes_back_to_nobody(city):
    below = reviewed_case(SAND_MINING)
    with refused(below, WrongState):
        back(below)


def test_the_applicant_reads_who_has_the_case_and_that_nothing_is_asked(city):
    below = returned_case()
    told = {one.title: one for one in timeline_of(below.application)}
    assert "不需要您补交材料" in told["上级机关退回下级机关补充审查"].text
    assert [one.meta for one in timeline_of(below.application) if one.state == "now"] == [below.department.name]
    again = reported_again(below)
    now = [one.meta for one in timeline_of(again.application) if one.state == "now"]
    assert now == [again.department.name]
    work()


def test_a_supplement_sent_again_after_the_package_went_up_is_told_so(city):
    below = returned_case()
    version = seen(below)
    put_in(below)
    reported_again(fresh(below))
    file = SimpleUploadedFile("踏勘图.pdf", PDF, content_type="application/pdf")
    with pytest.raises(WrongState) as lost:
        supplement(below.uid, clerk(below, "examiner"), seen=version, file=file)
    assert told_of(lost)
