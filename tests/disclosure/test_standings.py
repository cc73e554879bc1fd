"""The record tells how its licence stood from when on, each time by the public paper that brought it about."""

from datetime import date

import pytest

from applications.actions.cancelling import CancellationGround
from applications.actions.issue import issue
from applications.actions.take_licence import cancel_licence, resume_licence, suspend_licence
from applications.documents.kinds import Attribute, Kind
from applications.models import Licence, Paper, Purpose
from hall.clock import today
from hall.events.worker import drain
from tests.applications.actions.test_licence_life import filed, granted
from tests.cast import client_of
from tests.disclosure.changing import in_effect, publishing_again_proposed, taken_back
from tests.disclosure.making import again, made_public, published, reviewer, send_out
from tests.factories.cases import clerk, seen
from tests.factories.licences import current, licensed
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.follow_licence import follow_licence
from tracking.disclosure.actions.judge import withhold
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


def changed_later() -> tuple[Disclosure, Disclosure]:
    """A published record of a licence, and in draft the decision of a later case that changed the licence."""
    handling, licence = licensed()
    first = draft(handling.decision.uid)
    assert first is not None
    made_public(first)
    change = granted(filed(licence, Purpose.CHANGE))
    issue(change.uid, clerk(change, "cert"), seen=seen(change))
    drain()
    return again(first), Disclosure.objects.get(application_uid=change.application.uid)


def tells(number: str) -> set[str]:
    """Where anybody may read the number: on the page of a record, over the API, in lists and feeds."""
    pages = [f"/500103/register/{uid}/" for uid in Record.objects.values_list("uid", flat=True)]
    every = [*pages, *(one.replace("/500103/register/", "/api/v1/records/") for one in pages)]
    every += ["/500103/register/", f"/500103/register/?q={number}", "/api/v1/records/", "/feed.atom"]
    asked = {address: client_of().get(address) for address in every}
    assert {answer.status_code for answer in asked.values()} == {200}
    # What was looked for stands in the field that it was typed into.
    told = {address: answer.content.decode().replace(f'value="{number}"', "") for address, answer in asked.items()}
    return {address for address, text in told.items() if number in text}


def test_a_decision_is_named_beside_another_record_only_while_it_is_public_itself(city):
    first, change = changed_later()
    page = f"/500103/register/{first.record_uid}/"
    assert [status for _since, status, _basis in told()] == ["valid", "changed"]
    assert tells(change.document_number) == set()
    made_public(change)
    drain()
    assert page in tells(change.document_number)
    taken_back(again(change))
    drain()
    assert tells(change.document_number) == set()
    assert told()[-1][1:] == ("changed", "")
    in_effect(publishing_again_proposed(again(change)))
    drain()
    assert page in tells(change.document_number)


def test_a_decision_that_is_withheld_is_named_nowhere(city):
    _first, change = changed_later()
    change = send_out(change)
    withhold(change.uid, reviewer(), seen=change.version, ground="TRADE_SECRET", remark="含有工艺参数。")
    drain()
    assert tells(change.document_number) == set()
