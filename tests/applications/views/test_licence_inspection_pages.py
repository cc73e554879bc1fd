"""Inspections on the page of the licence: for its agency, for its holder, and what the public reads of them."""

import pytest

from applications.models import LicenceInspection
from hall.clock import SHANGHAI, now
from tests.applications.views.desk import browser_of
from tests.disclosure.making import public_of
from tests.factories.cases import clerk, officers, work
from tests.factories.licences import ENFORCE, MEND, archived, current, licensed, recorded
from tests.hall.files.samples import CONTENTS, upload
from tracking.register.models import Record
from tracking.register.queries import inspections_of

pytestmark = pytest.mark.django_db


def page(licence, user, *inside, **query):
    address = f"/500103/desk/licences/{licence.uid}/" + "".join(f"{part}/" for part in inside)
    return browser_of(user).get(address) if not query else browser_of(user).post(address, query)


def offered(response):
    return [form.deed for form in response.context["forms"]]


def published(licence):
    disclosure = public_of(licence.application.uid)
    work()
    return Record.objects.get(source_uid=disclosure.uid)


def test_the_whole_way_on_the_page(city):
    handling, licence = licensed()
    first, second = officers(handling)
    assert "record-inspection" in offered(page(licence, first))
    written = {
        "version": licence.version,
        "reason": "unplanned",
        "held_at": now().astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M"),
        "place": "八一路177号",
        "officers": [str(first.uid), str(second.uid)],
        "facts": "没有公示卫生检测结果。",
        "result": "mend",
        "problem": "公示卫生检测结果。",
        "mend_days": "5",
        "confirmation": "absent",
        "remark": "负责人不在场。",
        "photographs": upload(CONTENTS["jpg"], "门面.jpg"),
    }
    assert page(licence, first, "record-inspection", **written).status_code == 302
    inspection = LicenceInspection.objects.get()
    assert "sign-inspection" not in offered(page(licence, first))
    seen = page(licence, second)
    assert "sign-inspection" in offered(seen)
    assert "等待其他检查人员签署" in seen.content.decode()
    written = {"version": current(licence).version, "inspection": str(inspection.uid)}
    assert page(licence, second, "sign-inspection", **written).status_code == 302
    seen = page(licence, first)
    assert "门面.jpg" in seen.content.decode()
    assert "check-mended" in offered(seen)
    written |= {"version": current(licence).version, "mended": "no", "found": "仍然没有公示。"}
    assert page(licence, first, "check-mended", **written).status_code == 302
    told = page(licence, clerk(handling, "head"))
    assert "没有改正" in told.content.decode()
    assert {"revoke", "withdraw"} <= set(offered(told))


def test_a_bad_record_comes_back_with_what_is_wrong(city):
    handling, licence = licensed()
    first, _second = officers(handling)
    response = page(licence, first, "record-inspection", version=licence.version, reason="planned")
    assert response.status_code == 422
    assert not LicenceInspection.objects.exists()


def test_what_is_passed_on_points_to_the_deeds_of_the_licence(city):
    handling, licence = licensed()
    archived(handling, licence, **ENFORCE)
    told = page(licence, clerk(handling, "head"))
    assert "渝中区卫生健康综合行政执法支队" in told.content.decode()
    assert "依法应当暂停、撤回或者撤销许可的" in told.content.decode()


def test_the_holder_reads_the_result_once_it_is_signed(city):
    handling, licence = licensed()
    holder = licence.application.applicant
    address = f"/500103/apply/licences/{licence.uid}/"
    inspection = recorded(handling, licence, **MEND)
    assert MEND["problem"] not in browser_of(holder).get(address).content.decode()
    page(
        licence,
        officers(handling)[1],
        "sign-inspection",
        version=current(licence).version,
        inspection=str(inspection.uid),
    )
    assert MEND["problem"] in browser_of(holder).get(address).content.decode()


def test_the_public_reads_day_agency_and_result_and_no_words(city):
    handling, licence = licensed()
    record = published(licence)
    address = f"/500103/register/{record.uid}/"
    assert "监督检查" not in browser_of(None).get(address).content.decode()
    recorded(handling, licence)
    work()
    assert "监督检查" not in browser_of(None).get(address).content.decode()
    archived(handling, licence, **MEND)
    work()
    read = browser_of(None).get(address).content.decode()
    assert ("责令限期改正" in read, licence.issuer.name in read) == (True, True)
    assert MEND["problem"] not in read
    assert "店长张小满" not in read


def test_told_late_or_twice_the_public_reads_it_once(city):
    handling, licence = licensed()
    inspection = archived(handling, licence, **MEND)
    work()
    record = published(licence)
    assert [one.outcome for one in inspections_of(record)] == ["mend"]
    written = {"version": current(licence).version, "inspection": str(inspection.uid), "mended": "yes"}
    page(licence, officers(handling)[0], "check-mended", found="已经公示。", **written)
    work()
    assert [one.outcome for one in inspections_of(record)] == ["mended"]
