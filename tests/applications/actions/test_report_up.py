"""Reporting up (行政许可法 Art. 35): opinion and all materials go directly, and the applicant is asked for nothing."""

from datetime import datetime

import pytest

from applications.actions.receive_report import receive_report
from applications.actions.report_up import report_up
from applications.actions.review import review
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import Handling, Package
from hall.accounts.models import Duty, Post
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    reported_case,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db


def report(handling, user, opinion=OPINION):
    return report_up(handling.uid, user, seen=seen(handling), opinion=opinion)


def test_the_lower_part_closes_as_reported_up(city):
    below = reviewed_case(SAND_MINING)
    report(below, clerk(below, "signer"))
    below = fresh(below)
    assert below.state == HandlingState.REPORTED_UP
    assert below.ended_at is not None
    assert below.desk_due is None
    assert below.application.state == CaseState.ACCEPTED
    assert below.application.papers.filter(kind=Kind.PRELIMINARY_OPINION, handling=below).count() == 1


def test_the_package_holds_everything_the_upper_agency_needs(city):
    below = reviewed_case(SAND_MINING)
    package = report(below, clerk(below, "signer"))
    application = below.application
    assert package.sent_to == city.departments["cq-sl"]
    assert package.content["applicant"]["code"] == application.applicant_code
    assert len(package.content["answers"]) >= len(application.all_answers)
    assert [one["by"] for one in package.content["opinions"]] == [clerk(below, "examiner").name]
    current = application.materials.filter(replaced_at=None)
    assert {one["uid"] for one in package.materials} == {str(one.uid) for one in current}
    assert all(one["sm3"] and one["sha256"] for one in package.materials)


def test_the_package_is_sealed_in_the_database(city):
    below = reviewed_case(SAND_MINING)
    package = report(below, clerk(below, "signer"))
    stored = Package.objects.filter(pk=package.pk).extra(select={"raw": "content::text"}).values_list("raw", flat=True)
    assert below.application.applicant_name not in stored[0]


def test_the_upper_part_opens_in_examination_with_its_own_clock(city):
    with freeze(datetime(2026, 11, 24, 9)):
        below = reviewed_case(SAND_MINING)
        report(below, clerk(below, "signer"))
    with freeze(datetime(2026, 11, 26, 9)):
        work()
    above = Handling.objects.exclude(pk=below.pk).get(application=below.application)
    assert above.state == HandlingState.EXAMINING
    assert above.department == city.departments["cq-sl"]
    assert str(above.clock_from) == "2026-11-26"
    assert above.statutory_due > fresh(below).statutory_due
    assert above.package.received_at is not None


def test_a_package_delivered_twice_opens_one_handling(city):
    above = reported_case()
    assert receive_report(above.package.uid) == above
    assert above.application.handlings.count() == 2


def test_the_city_decides_and_the_district_has_nothing_left(city):
    above = examine(reported_case())
    decided = decide(above)
    assert decided.state == HandlingState.CONCLUDED
    assert decided.application.state == CaseState.DECIDED
    assert not Handling.objects.exclude(pk=above.pk).filter(steps__ended_at=None).exists()


def test_a_bare_signature_is_no_preliminary_opinion(city):
    below = reviewed_case(SAND_MINING)
    with refused(below, Incomplete):
        report(below, clerk(below, "signer"), opinion="同意")


def test_it_is_the_signers_of_the_lower_department_alone(city, cq_sl_signer, wz_sl_signer, stranger):
    below = reviewed_case(SAND_MINING)
    for person in (clerk(below, "examiner"), cq_sl_signer, wz_sl_signer, stranger):
        with refused(below, NotAllowed):
            report(below, person)


def test_a_signer_who_examined_may_not(city):
    below = accepted_case(SAND_MINING)
    examiner = clerk(below, "examiner")
    Post.objects.create(user=examiner, department=below.department, duty=Duty.SIGNER)
    below = examine(below)
    with refused(below, NotAllowed):
        report(below, clerk(below, "examiner"))


def test_an_item_of_one_level_cannot_be_reported_up(city):
    handling = reviewed_case()
    with refused(handling, WrongState):
        report(handling, clerk(handling, "signer"))


def test_the_district_can_do_nothing_more_after_reporting(city):
    above = reported_case()
    below = Handling.objects.select_related("hall", "department", "application").exclude(pk=above.pk).get()
    with refused(below, WrongState):
        report(below, clerk(below, "signer"))


def test_the_two_levels_may_not_act_for_each_other(city, yz_sl_examiner):
    above = reported_case()
    with refused(above, NotAllowed):
        review(above.uid, yz_sl_examiner, seen=seen(above), favourable=True, opinion=OPINION, no_conflict=True)
