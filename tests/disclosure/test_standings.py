"""The record tells how its licence stood from when on, each time by the public paper that brought it about."""

from datetime import date

import pytest

from applications.actions.cancelling import CancellationGround
from applications.actions.take_licence import cancel_licence, resume_licence, suspend_licence
from applications.documents.kinds import Attribute, Kind
from applications.models import Licence, Paper
from hall.clock import today
from hall.events.worker import drain
from tests.cast import client_of
from tests.disclosure.changing import in_effect, publishing_again_proposed, taken_back
from tests.disclosure.making import again, made_public, published
from tests.factories.cases import clerk
from tests.factories.licences import current, licensed
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.follow_licence import follow_licence
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record, RecordStanding

pytestmark = pytest.mark.django_db


def moved_twice() -> tuple[Disclosure, Licence]:
    """Suspended and struck off."""
    handling, licence = licensed()
    disclosure = draft(handling.decision.uid)
    assert disclosure is not None
    disclosure = made_public(disclosure)
    signer = clerk(handling, "signer")
    suspend_licence(licence.uid, signer, seen=current(licence).version, reason="检查发现问题。")
    cancel_licence(
        licence.uid,
        signer,
        seen=current(licence).version,
        ground=CancellationGround.FORCE_MAJEURE,
        reason="房屋已经拆除。",
        basis="房屋拆除证明",
    )
    drain()
    return again(disclosure), licence


def told() -> list[tuple[date, str, str]]:
    return list(RecordStanding.objects.order_by("place").values_list("since", "status", "basis"))


def test_each_standing_has_its_day_and_its_paper(city):
    disclosure, _licence = moved_twice()
    struck_off = Paper.objects.get(kind=Kind.CANCELLATION)
    assert told() == [
        (disclosure.decided_on, "valid", disclosure.document_number),
        (today(), "suspended", ""),
        (today(), "cancelled", struck_off.number),
    ]
    page = client_of().get(f"/500103/register/{disclosure.record_uid}/").content.decode()
    assert struck_off.number in page


def test_heard_again_it_is_the_same_history(city):
    _disclosure, licence = moved_twice()
    before = told()
    follow_licence(licence.uid)
    assert told() == before


def test_a_paper_that_the_public_may_not_read_is_not_named(city):
    _disclosure, licence = moved_twice()
    Paper.objects.filter(kind=Kind.CANCELLATION).update(disclosure_attr=Attribute.ON_REQUEST)
    follow_licence(licence.uid)
    assert told()[-1][2] == ""


def test_the_page_leads_to_where_the_certificate_is_verified(city):
    disclosure, _licence = moved_twice()
    certificate = Paper.objects.get(kind=Kind.LICENCE)
    page = client_of().get(f"/500103/register/{disclosure.record_uid}/").content.decode()
    assert f"/papers/{certificate.verify_code}/" in page


def test_published_again_it_knows_what_happened_meanwhile(city):
    handling, licence = licensed()
    disclosure = draft(handling.decision.uid)
    assert disclosure is not None
    disclosure = taken_back(made_public(disclosure))
    suspend_licence(licence.uid, clerk(handling, "signer"), seen=current(licence).version, reason="检查发现问题。")
    drain()
    assert not Record.objects.exists()
    in_effect(publishing_again_proposed(again(disclosure)))
    drain()
    assert (Record.objects.get().status, [status for _since, status, _basis in told()]) == (
        "suspended", ["valid", "suspended"])  # fmt: skip


def test_restored_it_is_valid_again_from_that_day(city):
    handling, licence = licensed()
    disclosure = draft(handling.decision.uid)
    assert disclosure is not None
    made_public(disclosure)
    signer = clerk(handling, "signer")
    suspend_licence(licence.uid, signer, seen=current(licence).version, reason="检查发现问题。")
    resume_licence(licence.uid, signer, seen=current(licence).version, reason="已经改正。")
    drain()
    assert [status for _since, status, _basis in told()] == ["valid", "suspended", "valid"]


def test_a_decision_without_a_licence_has_the_day_of_the_decision(city):
    disclosure, record = published()
    drain()
    assert told() == [(disclosure.decided_on, "valid", disclosure.document_number)]
    page = client_of().get(f"/500103/register/{record.uid}/", {"on": disclosure.decided_on.isoformat()})
    assert "当日状态：有效。" in page.content.decode()
