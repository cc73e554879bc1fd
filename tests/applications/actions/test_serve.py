"""Certificate and service (行政许可法 Art. 39, 44), the public reason of an overrun, and a file taken out."""

from datetime import datetime

import pytest

from applications.actions.deliver import deliver
from applications.actions.explain_overrun import explain_overrun
from applications.actions.issue import issue
from applications.actions.withdraw_material import withdraw_material
from applications.documents.builders import Mode
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import Handling, Licence
from applications.models.paper import PaperState
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.files.models import FileState
from hall.files.queries import open_bytes
from hall.uids import uid7
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    accepted_case,
    clerk,
    decided_case,
    fresh,
    issued_case,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db


def serve(handling, user, **how):
    return deliver(handling.uid, user, seen=seen(handling), **how)


def test_the_certificate_has_numbers_of_its_own(city):
    first, second = decided_case(), decided_case(by="zhangxiaoman")
    licences = [issue(one.uid, clerk(one, "cert"), seen=seen(one)) for one in (first, second)]
    assert len({one.number for one in licences}) == 2
    assert len({one.electronic_id for one in licences}) == 2
    assert licences[0].holder_name == first.application.applicant_name
    assert fresh(first).current_step == "deliver"


def test_nothing_is_issued_before_a_grant_nor_after_a_denial(city):
    for handling in (reviewed_case(), decided_case(granted=False, by="zhangxiaoman")):
        with refused(handling, WrongState):
            issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    assert not Licence.objects.exists()


def test_only_the_certificate_officer_of_the_department_may(city, wz_wj_cert, stranger):
    handling = decided_case()
    for person in (clerk(handling, "signer"), clerk(handling, "window"), wz_wj_cert, stranger):
        with refused(handling, NotAllowed):
            issue(handling.uid, person, seen=seen(handling))


def test_service_marks_the_papers_and_closes_the_case(city):
    handling = issued_case()
    serve(handling, clerk(handling, "cert"), mode=Mode.POST, received_by="秦清", place="演示路1号", receipt="EMS0001CN")
    work()
    handling = fresh(handling)
    assert handling.application.state == CaseState.CLOSED
    assert handling.desk_due is None
    served = handling.application.papers.filter(state=PaperState.SERVED, service_mode=Mode.POST)
    assert {one.kind for one in served} == {Kind.GRANT, Kind.LICENCE}
    record = handling.application.papers.get(kind=Kind.SERVICE_RECORD).facts
    assert (record.received_by, record.place, record.mode) == ("秦清", "演示路1号", Mode.POST)


def test_a_denial_is_served_as_well(city):
    handling = decided_case(granted=False)
    work()
    serve(handling, clerk(handling, "cert"))
    assert fresh(handling).application.papers.get(kind=Kind.DENIAL).state == PaperState.SERVED


def test_service_waits_for_a_paper_that_is_not_signed_yet(city):
    handling = decided_case(granted=False)
    with refused(handling, WrongState) as told:
        serve(handling, clerk(handling, "cert"))
    assert "不予行政许可决定书" in str(told.value.message)


def test_nothing_is_served_twice_nor_by_others(city, wz_wj_cert):
    handling = issued_case()
    for person in (clerk(handling, "signer"), wz_wj_cert):
        with refused(handling, NotAllowed):
            serve(handling, person)
    serve(handling, clerk(handling, "cert"))
    with refused(handling, WrongState):
        serve(handling, clerk(handling, "cert"))


def explain(handling, user, reason="因系统升级，现场核查推迟。"):
    return explain_overrun(handling.uid, user, seen=seen(handling), reason=reason)


def test_an_overrun_promise_is_explained_in_public(city):
    with freeze(datetime(2026, 9, 1, 9)):
        handling = accepted_case()
    explain(handling, clerk(handling, "signer"))
    assert fresh(handling).application.overrun_reason == "因系统升级，现场核查推迟。"


def test_only_an_overrun_is_explained_and_only_by_a_signer(city):
    handling = accepted_case()
    with refused(handling, WrongState):
        explain(handling, clerk(handling, "signer"))
    with refused(handling, NotAllowed):
        explain(handling, clerk(handling, "examiner"))


def take_out(handling, user, material, reason="文件标有密级，疑似国家秘密。"):
    return withdraw_material(handling.uid, user, seen=seen(handling), material=material.uid, reason=reason)


def test_a_secret_is_taken_out_of_circulation_for_everybody(city):
    handling = received_case()
    material = handling.application.materials.first()
    take_out(handling, clerk(handling, "window"), material)
    material.file.refresh_from_db()
    assert material.file.state == FileState.WITHDRAWN
    with pytest.raises(NotFound):
        open_bytes(material.file)


def test_taking_out_needs_a_reason_a_clerk_of_the_case_and_its_own_file(city, wz_wj_window, stranger):
    handling = received_case()
    material, window = handling.application.materials.first(), clerk(handling, "window")
    with refused(handling, Incomplete):
        take_out(handling, window, material, reason="")
    for person in (wz_wj_window, stranger):
        with refused(handling, NotAllowed):
            take_out(handling, person, material)
    material.uid = uid7()
    with refused(handling, NotFound):
        take_out(handling, window, material)


def test_the_city_can_take_out_what_came_in_the_package(city):
    above = reported_case()
    material = above.application.materials.first()
    take_out(above, clerk(above, "examiner"), material)
    material.file.refresh_from_db()
    assert material.file.state == FileState.WITHDRAWN
    assert Handling.objects.filter(application=above.application).count() == 2
