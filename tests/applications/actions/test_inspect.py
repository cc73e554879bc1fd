"""The substance check (行政许可法 Art. 34): two officers or more, a record, photographs that stay with the handling."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from applications.actions.decide import grant
from applications.actions.inspect import record_inspection
from applications.actions.report_up import report_up
from applications.actions.review import review
from applications.documents.kinds import Kind
from applications.models import Inspection
from applications.rules import may_sign
from hall.accounts.models import Duty, Post, User
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.views.desk import address, browser_of, opened
from tests.cast import client_of
from tests.factories.cases import (
    CONTENT,
    OPINION,
    SAND_MINING,
    accepted_case,
    checks_for,
    clerk,
    decide,
    examine,
    fresh,
    inspected,
    officers,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    staff_member,
    work,
)
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db


def picture(name="消毒间.jpg"):
    return upload(CONTENTS["jpg"], name)


def review_only(handling):
    """An examiner who never went to look."""
    told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "no_conflict": True, "checks": checks_for(handling)}
    review(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **told)
    return fresh(handling)


def test_the_record_names_who_went_with_their_certificates(city):
    handling = inspected(accepted_case(), photographs=[picture(), upload(CONTENTS["pdf"], "平面图.pdf")])
    inspection = handling.inspections.get()
    went = officers(handling)
    assert inspection.officer_uids == [one.uid for one in sorted(went, key=lambda one: one.username)]
    assert {one["number"] for one in inspection.officers} == {one.enforcement_no for one in went}
    assert all(one["number"].startswith("演示") for one in inspection.officers)
    paper = handling.papers.get(kind=Kind.INSPECTION)
    assert [one.number for one in paper.facts.officers] == [one["number"] for one in inspection.officers]
    assert [one.name for one in paper.facts.photographs] == ["消毒间.jpg", "平面图.pdf"]
    assert handling.exhibits.filter(subject_uid=inspection.uid).count() == 2


def test_one_officer_alone_is_not_enough_nor_is_one_twice(city):
    handling = accepted_case()
    one = clerk(handling, "examiner").uid
    for uids in ([], [one], [one, one]):
        with refused(handling, Incomplete) as told:
            inspected(handling, officers=uids)
        assert list(told.value.fields) == ["officers"]
        assert "第三十四条" in str(told.value.message)


def test_the_database_knows_no_inspection_by_one_officer(city):
    handling = inspected(accepted_case())
    with pytest.raises(IntegrityError, match="never_one_officer_alone"), transaction.atomic():
        Inspection.objects.update(officer_uids=[clerk(handling, "examiner").uid])


def test_officers_are_active_people_of_the_department_with_a_certificate(city, staff):
    handling = accepted_case()
    one = clerk(handling, "examiner")
    elsewhere = staff["wz-wj-examiner"]
    without = clerk(handling, "signer")
    gone = staff["yz-examiner"]
    User.objects.filter(pk=gone.pk).update(is_active=False)
    for other in (elsewhere, without, gone):
        with refused(handling, Invalid) as told:
            inspected(handling, officers=[one.uid, other.uid])
        assert list(told.value.fields) == ["officers"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"facts": " "}, "facts"),
        ({"place": ""}, "place"),
        ({"result": "同意"}, "result"),
        ({"confirmed_by": ""}, "confirmed_by"),
        ({"confirmation": "refused"}, "remark"),
        ({"confirmation": "absent", "confirmed_by": ""}, "remark"),
        ({"confirmation": "perhaps"}, "confirmation"),
    ],
)
def test_what_a_record_needs_is_told_at_its_place(city, told, place):
    handling = accepted_case()
    with refused(handling, Incomplete) as refusal:
        inspected(handling, **told)
    assert list(refusal.value.fields) == [place]


def test_nobody_went_tomorrow_nor_before_anything_was_applied_for(city):
    handling = accepted_case()
    for held_at in (now() + timedelta(hours=1), handling.application.received_at - timedelta(days=1)):
        with refused(handling, Invalid) as told:
            inspected(handling, held_at=held_at)
        assert list(told.value.fields) == ["held_at"]


def test_only_pictures_and_pdf_are_taken(city):
    handling = accepted_case()
    with refused(handling, Invalid) as told:
        inspected(handling, photographs=[picture(), upload(CONTENTS["docx"], "照片.jpg")])
    assert list(told.value.fields) == ["photographs"]
    with refused(handling, Invalid):
        inspected(handling, photographs=[picture()] * 21)


def test_it_is_recorded_by_an_examiner_while_the_case_is_examined(city, wz_wj_examiner):
    received = received_case(by="zhangxiaoman")
    with refused(received, WrongState):
        inspected(received)
    handling = accepted_case()
    told: dict[str, Any] = {
        "held_at": now(), "place": "现场", "officers": [], "facts": "现场情况。", "meets": True, "result": OPINION,
        "confirmation": "confirmed",
    }  # fmt: skip
    for person, refusal in ((clerk(handling, "signer"), NotAllowed), (wz_wj_examiner, NotAllowed)):
        with refused(handling, refusal):
            record_inspection(handling.uid, person, seen=seen(handling), **told)
    with refused(handling, NotFound):
        record_inspection(handling.uid, wz_wj_examiner, seen=seen(handling), **told, photographs=[picture()])


def test_without_the_inspection_that_the_item_asks_for_nothing_is_granted(city):
    handling = review_only(accepted_case())
    with refused(handling, Incomplete) as told:
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "核查笔录" in str(told.value.message)
    assert decide(handling, granted=False).application.decision.granted is False


def test_the_last_inspection_counts(city):
    handling = inspected(accepted_case(), meets=False, result="消毒间没有启用。")
    handling = review_only(handling)
    with refused(handling, Incomplete) as told:
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "不符合要求" in str(told.value.message)
    again = inspected(inspected(accepted_case(by="zhangxiaoman"), meets=False, result="消毒间没有启用。"))
    assert decide(examine(again)).application.decision.granted


def test_who_went_to_look_does_not_sign(city):
    handling = accepted_case()
    second = staff_member("yz-examiner")
    Post.objects.create(user=second, department=handling.department, duty=Duty.SIGNER)
    handling = examine(handling)
    assert may_sign(clerk(handling, "signer"), handling)
    assert not may_sign(staff_member("yz-examiner"), handling)


def test_the_lower_agency_inspects_before_it_reports_up_and_the_upper_one_reads_it(city):
    below = review_only(accepted_case(SAND_MINING))
    with refused(below, Incomplete) as told:
        report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    assert "核查笔录" in str(told.value.message)
    above = reported_case(by="yunshang", river_section="演示河段二")
    seen_below = above.package.content["inspections"]
    assert [one["facts"] for one in seen_below] == ["现场布局与图纸一致，设施齐全。"]
    assert decide(examine(above)).application.decision.granted
    assert above.inspections.count() == 0


def test_photographs_are_for_the_clerks_of_the_handling_only(city, staff, stranger):
    handling = inspected(accepted_case(), photographs=[picture()])
    place = address(handling, "exhibits", handling.exhibits.get().uid)
    for role in ("examiner", "signer"):
        answer = browser_of(clerk(handling, role)).get(place)
        assert b"".join(answer.streaming_content) == CONTENTS["jpg"]
    for outsider in (staff["wz-wj-examiner"], staff["cq-wj-examiner"], stranger, handling.application.applicant):
        assert browser_of(outsider).get(place).status_code == 404
    other = inspected(accepted_case(by="zhangxiaoman"))
    assert browser_of(clerk(other, "examiner")).get(
        address(other, "exhibits", handling.exhibits.get().uid)
    ).status_code == 404


def test_clerks_read_all_of_it_and_the_applicant_who_came_and_what_they_concluded(city):
    handling = inspected(accepted_case(), photographs=[picture()])
    page = opened(handling, clerk(handling, "signer")).content.decode()
    for words in ("现场布局与图纸一致", "消毒间.jpg", "核对无误", clerk(handling, "examiner").enforcement_no):
        assert words in page
    work()
    own = client_of(handling.application.applicant).get(f"/apply/{handling.application.uid}/").content.decode()
    assert clerk(handling, "examiner").enforcement_no in own
    assert "核查（勘验）笔录" in own
    assert "消毒间.jpg" not in own


def test_it_is_written_from_the_page(city):
    handling = accepted_case()
    written: dict[str, Any] = {
        "held_at": localtime(now()).strftime("%Y-%m-%dT%H:%M"),
        "place": "清泉浴室",
        "officers": [str(one.uid) for one in officers(handling)],
        "facts": "现场布局与图纸一致。",
        "meets": "yes",
        "result": "与申请一致，设施齐全。",
        "confirmation": "confirmed",
        "confirmed_by": "张经理",
        "photographs": [picture(), picture("更衣室.jpg")],
        "version": seen(handling),
    }
    browser = browser_of(clerk(handling, "examiner"))
    bare = {**written, "officers": written["officers"][:1], "photographs": []}
    answer = browser.post(address(handling, "inspect"), bare)
    assert answer.status_code == 422
    assert "两名以上" in answer.content.decode()
    handling.application.received_at -= timedelta(hours=1)
    handling.application.save()
    answer = browser.post(address(handling, "inspect"), written)
    assert answer.status_code == 302, answer.content.decode()
    assert handling.exhibits.count() == 2


def test_an_item_that_needs_none_is_not_asked_for_one(city):
    handling = accepted_case(SAND_MINING)
    assert handling.application.spec.must_inspect("district")
    assert not handling.application.spec.must_inspect("city")
    assert reviewed_case("labour_dispatch", by="yunshang", registered_capital="3000000").inspections.count() == 0
