"""Corrected on the spot (行政许可法 Art. 32 (3)): in place, the same day, with the first receipt and no paper."""

from datetime import datetime
from threading import Barrier, Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from applications.actions.accept import accept
from applications.actions.spot_correct import correct_on_spot, open_on_spot
from applications.lifecycle import CaseState
from applications.models import SpotCorrection
from hall.audit.models import Entry
from hall.clock import freeze
from hall.crypto import keyed_digest
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, Refused, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, correcting_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db
AREA = {"target": "field", "key": "area", "problem": "少写了一个零"}
PLANS = {"target": "material", "key": "plans", "problem": "上传了上一次的平面图"}


def opened(handling, *entries, by=None):
    return open_on_spot(handling.uid, by or clerk(handling, "window"), seen=seen(handling), entries=entries or [AREA])


def corrected(handling, raw=None, *, by=None, **uploads):
    application = handling.application
    return correct_on_spot(application.uid, by or application.applicant, raw or {}, uploads)


def test_the_applicant_corrects_in_place_and_the_receipt_stays(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
    with freeze(datetime(2026, 11, 26, 15)):
        opened(handling, AREA, PLANS)
        papers = handling.application.papers.count()
        corrected(handling, {"area": "300"}, plans=pdf("新平面图.pdf"))
    application = fresh(handling).application
    assert application.state == CaseState.RECEIVED
    assert application.answers["area"] == "300"
    assert application.received_at == handling.application.received_at
    assert application.intake_due == handling.application.intake_due
    assert application.papers.count() == papers
    plans = application.materials.filter(key="plans")
    assert [one.file.given_name for one in plans.filter(replaced_at=None)] == ["新平面图.pdf"]
    assert plans.exclude(replaced_at=None).count() == 1


def test_before_and_after_are_kept_for_the_clerk_and_as_digests_on_the_trail(city):
    handling = received_case()
    before = handling.application.answers["area"]
    opened(handling)
    corrected(handling, {"area": "300"})
    assert SpotCorrection.objects.get().changes == [
        {"key": "area", "label": "营业面积（平方米）", "before": before, "after": "300"}
    ]
    entry = Entry.objects.get(action="corrected_on_spot")
    assert entry.changes == {"area": keyed_digest(f"{before} → 300")}


def test_only_the_open_entries_change(city):
    handling = received_case()
    opened(handling)
    corrected(handling, {"area": "300", "place_name": "别的名称"})
    assert fresh(handling).application.answers["place_name"] != "别的名称"
    opened(handling)
    with refused(handling, NotAllowed):
        corrected(handling, {"area": "310"}, plans=pdf())


def test_it_is_open_on_that_day_only(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
        opened(handling)
    with freeze(datetime(2026, 11, 25)), refused(handling, WrongState):
        corrected(handling, {"area": "300"})


def test_an_outcome_of_intake_closes_it(city):
    handling = received_case()
    opened(handling)
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    with refused(handling, WrongState):
        corrected(handling, {"area": "300"})


def test_opened_anew_the_last_list_counts(city):
    handling = received_case()
    opened(handling)
    opened(handling, {**AREA, "key": "place_name"})
    corrected(handling, {"area": "300", "place_name": "清泉浴室"})
    application = fresh(handling).application
    assert (application.answers["place_name"], application.answers["area"] == "300") == ("清泉浴室", False)


def test_corrected_twice_is_once(city):
    handling = received_case()
    opened(handling)
    corrected(handling, {"area": "300"})
    with refused(handling, WrongState):
        corrected(handling, {"area": "301"})


def test_a_wrong_answer_or_a_wrong_file_changes_nothing(city):
    handling = received_case()
    opened(handling, AREA, PLANS)
    with refused(handling, Incomplete) as told:
        corrected(handling, {"area": "三百"}, plans=pdf())
    assert set(told.value.fields) == {"area"}
    with refused(handling, Invalid) as told:
        corrected(handling, {"area": "300"}, plans=SimpleUploadedFile("平面图.pdf", b"MZ no pdf"))
    assert set(told.value.fields) == {"material.plans"}
    with refused(handling, Incomplete):
        corrected(handling, {"area": handling.application.answers["area"]})
    assert handling.application.materials.filter(key="plans", replaced_at=None).count() == 1


def test_only_while_received_and_only_what_the_item_names(city):
    for handling in (accepted_case(), correcting_case(by="zhangxiaoman")):
        with refused(handling, WrongState):
            opened(handling)
    handling = received_case(by="liyinuo")
    with refused(handling, NotAllowed):
        opened(handling, {**AREA, "key": "blood_type"})
    with refused(handling, Incomplete):
        opened(handling, {**AREA, "problem": " "})


def test_only_the_window_opens_and_only_the_applicant_corrects(city, wz_wj_window, stranger):
    handling = received_case()
    for person in (clerk(handling, "examiner"), wz_wj_window, stranger, handling.application.applicant):
        with refused(handling, NotAllowed):
            opened(handling, by=person)
    opened(handling)
    for person in (stranger, clerk(handling, "window")):
        with refused(handling, NotFound):
            corrected(handling, {"area": "300"}, by=person)


@pytest.mark.django_db(transaction=True)
def test_sent_from_two_devices_at_once_it_is_one_correction(city):
    handling = received_case()
    opened(handling)
    told, start = [], Barrier(2)

    def send(area):
        start.wait()
        try:
            corrected(handling, {"area": area})
            told.append("done")
        except Refused as refusal:
            told.append(refusal.code)
        finally:
            connection.close()

    threads = [Thread(target=send, args=(area,)) for area in ("300", "301")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["done", "wrong_state"]
    assert Entry.objects.filter(action="corrected_on_spot").count() == 1
