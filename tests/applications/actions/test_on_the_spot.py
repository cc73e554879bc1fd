"""Instant items 即办件 (行政许可法 Art. 34 para. 2): complete and in form, accepted and decided in one deed."""

from datetime import datetime

import pytest

from applications.actions.accept import accept
from applications.actions.decide import grant
from applications.actions.deliver import deliver
from applications.actions.on_the_spot import decide_on_the_spot
from applications.actions.review import send_back
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import Licence
from applications.queries.desk.standing import standing_of
from hall.accounts.models import Duty, Post
from hall.clock import freeze, today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import CONTENT, INSTANT, OPINION, clerk, fresh, received_case, seen, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def instant(city):
    return received_case(INSTANT)


def on_the_spot(handling, user, **words):
    told = {"content": CONTENT, "opinion": OPINION, **words}
    return decide_on_the_spot(handling.uid, user, seen=seen(handling), **told)


def test_one_deed_accepts_decides_and_makes_the_certificate_with_all_papers(instant):
    signer = clerk(instant, "signer")
    decision = on_the_spot(instant, signer)
    handling, application = fresh(instant), fresh(instant).application
    assert (application.state, handling.state) == (CaseState.DECIDED, HandlingState.CONCLUDED)
    assert application.accepted_on == today()
    assert decision.granted
    assert (decision.signed_by_uid, decision.automatic) == (signer.uid, False)
    assert Licence.objects.get().content == CONTENT
    kinds = set(application.papers.values_list("kind", flat=True))
    assert {Kind.ACCEPTANCE, Kind.GRANT, Kind.LICENCE} <= kinds
    events = Event.objects.filter(subject_uid=application.uid).order_by("version").values_list("kind", flat=True)
    assert [one.partition(".")[2] for one in events] == ["Received", "Accepted", "Decided", "LicenceIssued"]


def test_it_is_then_delivered_like_any_other(instant):
    on_the_spot(instant, clerk(instant, "signer"))
    work()
    deliver(instant.uid, clerk(instant, "cert"), seen=seen(instant))
    assert fresh(instant).application.state == CaseState.DELIVERED


def test_its_promise_ends_on_the_day_of_acceptance(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case(INSTANT)
        accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    assert fresh(handling).application.promise_due.isoformat() == "2026-11-24"


def test_accepted_by_the_window_it_waits_for_the_signer_without_an_examination(instant):
    accept(instant.uid, clerk(instant, "window"), seen=seen(instant))
    handling = fresh(instant)
    assert (handling.current_step, handling.state) == ("decide", HandlingState.DECIDING)
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert fresh(handling).application.state == CaseState.DECIDED


@pytest.mark.parametrize("role", ["window", "examiner", "cert"])
def test_without_the_power_to_decide_nobody_does(instant, role):
    with refused(instant, NotAllowed):
        on_the_spot(instant, clerk(instant, role))


def test_whoever_sits_at_the_window_and_may_sign_does_it_at_the_window(instant):
    window = clerk(instant, "window")
    Post.objects.create(user=window, department=instant.department, duty=Duty.SIGNER)
    assert on_the_spot(instant, clerk(instant, "window")).signed_by_uid == window.uid


def test_an_item_that_is_examined_in_substance_is_never_decided_on_the_spot(city):
    handling = received_case()
    with refused(handling, NotAllowed):
        on_the_spot(handling, clerk(handling, "signer"))


def test_a_signer_of_another_hall_may_not(instant, wz_wj_signer):
    with refused(instant, NotAllowed):
        on_the_spot(instant, wz_wj_signer)


@pytest.mark.parametrize("lacking", [{"content": " "}, {"opinion": "同意"}])
def test_it_needs_words_not_a_signature(instant, lacking):
    with refused(instant, Incomplete):
        on_the_spot(instant, clerk(instant, "signer"), **lacking)


def test_the_second_of_two_is_told(instant):
    signer, looked_at = clerk(instant, "signer"), seen(instant)
    on_the_spot(instant, signer)
    with refused(instant, WrongState):
        decide_on_the_spot(instant.uid, signer, seen=looked_at, content=CONTENT, opinion=OPINION)


def test_where_nothing_was_examined_nothing_goes_back_to_an_examiner(instant):
    accept(instant.uid, clerk(instant, "window"), seen=seen(instant))
    handling, signer = fresh(instant), clerk(instant, "signer")
    assert "send_back" not in standing_of(signer, handling).deeds
    with refused(handling, WrongState):
        send_back(handling.uid, signer, seen=seen(handling), reason="请重新核对营业执照。")
