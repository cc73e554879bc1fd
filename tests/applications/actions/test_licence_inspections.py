"""Inspections after the grant (行政许可法 Art. 60, 61): recorded by two, signed by both, archived, followed up."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from applications.actions.licence_inspections.mending import check_mended
from applications.actions.licence_inspections.signing import discard_licence_inspection, sign_licence_inspection
from applications.documents.kinds import Kind
from applications.models import Errand, LicenceInspection, Matter
from applications.queries.desk.errands import errands_for
from hall.clock import now
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.notifications.models import Message
from tests.factories.cases import clerk, officers, staff_member
from tests.factories.licences import ENFORCE, MEND, archived, current, licensed, recorded
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db


def sign(licence, user, inspection, **told: Any):
    seen = told.pop("seen", current(licence).version)
    return sign_licence_inspection(licence.uid, user, seen=seen, inspection=inspection.uid)


def mended(licence, user, inspection, **told: Any):
    usual: dict[str, Any] = {"mended": True, "found": "检测结果已经公示。"}
    return check_mended(licence.uid, user, seen=current(licence).version, inspection=inspection.uid, **(usual | told))


def told_to(licence):
    return [one.text for one in Message.objects.filter(recipient=licence.application.applicant)]


def test_it_waits_for_the_signature_of_everybody_who_went(city):
    handling, licence = licensed()
    inspection = recorded(handling, licence)
    first, second = officers(handling)
    assert [one["name"] for one in inspection.signatures] == [first.name]
    assert not handling.papers.filter(kind=Kind.LICENCE_INSPECTION).exists()
    errand = Errand.objects.get(matter=Matter.SIGN_INSPECTION, done_at=None)
    (waiting,) = [one for one in errands_for(second, [licence.issuer_id]) if one.errand == errand]
    assert waiting.of_licence == licence.uid
    sign(licence, second, inspection)
    errand.refresh_from_db()
    assert errand.done_at


def test_signed_by_both_it_is_a_numbered_paper_with_officers_and_photographs(city):
    handling, licence = licensed()
    picture = upload(CONTENTS["jpg"], "更衣室.jpg")
    inspection = archived(handling, licence, photographs=[picture], **MEND)
    paper: Any = handling.papers.get(kind=Kind.LICENCE_INSPECTION)
    assert (inspection.paper, inspection.archived_at is not None) == (paper, True)
    assert [one.number for one in paper.facts.officers] == [one["number"] for one in inspection.officers]
    assert [one.name for one in paper.facts.photographs] == ["更衣室.jpg"]
    assert paper.facts.licence_no == licence.number
    assert paper.facts.mend_by == inspection.mending.due


def test_archived_it_changes_no_more(city):
    handling, licence = licensed()
    inspection = archived(handling, licence)
    first, second = officers(handling)
    with pytest.raises(WrongState):
        sign(licence, second, inspection)
    with pytest.raises(WrongState):
        discard_licence_inspection(
            licence.uid, first, seen=current(licence).version, inspection=inspection.uid, reason="写错了地点。"
        )
    inspection.facts = "另外的事实。"
    with pytest.raises(RuntimeError):
        inspection.save()
    assert LicenceInspection.objects.get(pk=inspection.pk).facts != "另外的事实。"


def test_written_wrongly_it_is_discarded_and_kept(city):
    handling, licence = licensed()
    inspection = recorded(handling, licence)
    _first, second = officers(handling)
    asked: dict[str, Any] = {"inspection": inspection.uid, "reason": "地点写错，重新记录。"}
    discard_licence_inspection(licence.uid, second, seen=current(licence).version, **asked)
    inspection.refresh_from_db()
    assert inspection.discarded_at
    assert not Errand.objects.filter(matter=Matter.SIGN_INSPECTION, done_at=None).exists()
    with pytest.raises(WrongState):
        sign(licence, second, inspection)


def test_one_officer_alone_is_not_enough_nor_who_was_not_there(city):
    handling, licence = licensed()
    first, second = officers(handling)
    for went in ([first], [second]):
        with pytest.raises(Incomplete) as told:
            recorded(handling, licence, officers=[one.uid for one in went])
        assert set(told.value.fields) == {"officers"}
    with pytest.raises(Invalid):
        recorded(handling, licence, officers=[first.uid, clerk(handling, "signer").uid])
    alone = recorded(handling, licence)
    with pytest.raises(IntegrityError), transaction.atomic():
        LicenceInspection.objects.filter(pk=alone.pk).update(officer_uids=[first.uid])


def test_only_officers_of_the_agency_record_and_only_who_went_signs(city, wz_wj_examiner, stranger):
    handling, licence = licensed()
    for person in (clerk(handling, "signer"), wz_wj_examiner, stranger):
        with pytest.raises(NotAllowed):
            recorded(handling, licence, by=person)
    inspection = recorded(handling, licence)
    with pytest.raises(NotAllowed):
        sign(licence, clerk(handling, "window"), inspection)
    first, _second = officers(handling)
    with pytest.raises(WrongState):
        sign(licence, first, inspection)


def test_a_photograph_of_a_stranger_is_not_kept(city, wz_wj_examiner):
    handling, licence = licensed()
    with pytest.raises(NotFound):
        recorded(handling, licence, by=wz_wj_examiner, photographs=[upload(CONTENTS["jpg"], "门面.jpg")])


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"facts": " "}, "facts"),
        ({"place": ""}, "place"),
        ({"result": "mend", "problem": "公示检测结果。"}, "mend_days"),
        ({"result": "mend", "mend_days": 5}, "problem"),
        ({"result": "enforce", "problem": "超出范围经营。"}, "passed_to"),
        ({"confirmation": "refused", "confirmed_by": "店长"}, "remark"),
        ({"confirmation": "confirmed", "confirmed_by": ""}, "confirmed_by"),
    ],
)
def test_what_is_missing_is_asked_for(city, changed, field):
    handling, licence = licensed()
    with pytest.raises(Incomplete) as told:
        recorded(handling, licence, **changed)
    assert set(told.value.fields) == {field}
    assert not LicenceInspection.objects.exists()


def test_nobody_inspects_before_the_grant_or_tomorrow(city):
    handling, licence = licensed()
    for moment in (now() - timedelta(days=2), now() + timedelta(minutes=5)):
        with pytest.raises(Invalid) as told:
            recorded(handling, licence, held_at=moment)
        assert set(told.value.fields) == {"held_at"}


def test_what_must_be_mended_has_a_due_date_and_is_looked_at_again(city):
    handling, licence = licensed()
    inspection = archived(handling, licence, **MEND)
    errand = Errand.objects.get(matter=Matter.CHECK_MENDED, done_at=None)
    assert errand.due == inspection.mending.due > date.today() + timedelta(days=9)
    assert any("前改正" in one for one in told_to(licence))
    officer = clerk(handling, "examiner")
    mending = mended(licence, officer, inspection)
    assert (mending.mended, mending.checked_by_name) == (True, officer.name)
    errand.refresh_from_db()
    assert errand.done_at
    assert any("已经改正" in one for one in told_to(licence))
    with pytest.raises(WrongState):
        mended(licence, officer, inspection, mended=False, found="又去看了一次。")


def test_without_anything_to_mend_nothing_is_looked_at_again(city):
    handling, licence = licensed()
    inspection = archived(handling, licence, **ENFORCE)
    assert not Errand.objects.filter(matter=Matter.CHECK_MENDED).exists()
    with pytest.raises(NotFound):
        mended(licence, clerk(handling, "examiner"), inspection)


def test_an_older_page_records_nothing(city):
    handling, licence = licensed()
    before = current(licence).version
    recorded(handling, licence)
    with pytest.raises(WrongState):
        recorded(handling, licence, seen=before)
    assert LicenceInspection.objects.count() == 1


def test_the_second_officer_may_be_somebody_of_the_window(city):
    handling, licence = licensed()
    first, window = clerk(handling, "examiner"), clerk(handling, "window")
    recorded(handling, licence, officers=[first.uid, window.uid])
    assert Errand.objects.get(matter=Matter.SIGN_INSPECTION).duty == "window"
    assert staff_member(window.username).enforcement_no
