"""Every mode of service leaves its proof (domain.md §2.1, D-14), and none is believed without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.actions.deliver import deliver
from applications.documents.builders import Mode
from applications.documents.kinds import Kind
from applications.documents.service import Service, unproven
from applications.lifecycle import CaseState
from applications.models.paper import PaperState
from hall.errors import Incomplete
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, fresh, issued_case, seen, work

PROOF = {
    Mode.ON_SITE: {"received_by": "秦清"},
    Mode.POST: {"place": "演示路1号", "receipt": "EMS0001CN"},
    Mode.ELECTRONIC: {},
    Mode.NOTICE: {"place": "渝中区网上行政审批大厅公告栏", "remark": "多次邮寄被退回"},
    Mode.AGENT: {"received_by": "李一诺", "remark": "持授权委托书"},
    Mode.LEFT: {"place": "演示路1号", "witness": "社区工作人员王演示", "remark": "当场拒收"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("mode", PROOF, ids=lambda mode: mode.name.lower())
def test_a_proven_service_is_recorded(city, mode):
    handling = issued_case()
    deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling), mode=mode, **PROOF[mode])
    work()
    application = fresh(handling).application
    assert application.state == CaseState.CLOSED
    record = application.papers.get(kind=Kind.SERVICE_RECORD).facts
    assert record.mode == mode
    for name, told in PROOF[mode].items():
        assert getattr(record, "receipt_id" if name == "receipt" else name) == told
    served = application.papers.filter(kind__in=[Kind.GRANT, Kind.LICENCE])
    assert {(paper.state, paper.service_mode) for paper in served} == {(PaperState.SERVED, mode)}


@pytest.mark.django_db
@pytest.mark.parametrize("mode", [mode for mode, proof in PROOF.items() if proof], ids=lambda mode: mode.name.lower())
def test_without_its_proof_nothing_is_served(city, mode):
    handling = issued_case()
    with refused(handling, Incomplete) as refusal:
        deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling), mode=mode)
    assert set(refusal.value.fields) == set(PROOF[mode])


@pytest.mark.django_db
def test_a_public_notice_counts_only_when_its_days_are_over(city, settings):
    settings.HALL_NOTICE_DAYS = 30
    handling = issued_case()
    deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling), mode=Mode.NOTICE, **PROOF[Mode.NOTICE])
    record = fresh(handling).application.papers.get(kind=Kind.SERVICE_RECORD).facts
    assert (record.effective_on - record.served_at.date()).days >= 30
    assert record.received_by == ""


@pytest.mark.django_db
def test_a_notice_of_the_procedure_is_served_when_it_is_signed(city):
    handling = accepted_case()
    notice = handling.papers.get(kind=Kind.ACCEPTANCE)
    assert notice.served_at is None
    work()
    notice = handling.papers.get(pk=notice.pk)
    assert (notice.state, notice.service_mode) == (PaperState.SERVED, Mode.ELECTRONIC)
    assert notice.served_at >= notice.signed_at


@given(st.sampled_from(list(Mode)), st.sets(st.sampled_from(["received_by", "place", "receipt", "witness", "remark"])))
def test_what_is_lacking_is_what_was_not_told(mode, told):
    service = Service(mode, **dict.fromkeys(told, "说明"))
    assert set(unproven(service)) == set(PROOF[mode]) - told
