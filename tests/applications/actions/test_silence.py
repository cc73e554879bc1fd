"""The applicant's silence after a correction notice (domain.md T2): reminded at 50 % and 90 %, lapsed only by law."""

from datetime import datetime

import pytest

from applications.actions.refuse import refuse_gaps
from applications.actions.settling import settle_one
from applications.actions.supply import supply_correction
from applications.documents.builders import Ground
from applications.documents.kinds import Kind
from applications.events import CorrectionReminded, Lapsed
from applications.lifecycle import CaseState, HandlingState
from applications.models import CorrectionResult
from hall.clock import SHANGHAI, freeze
from hall.errors import NotAllowed, WrongState
from hall.events.announcements import kind_of
from hall.events.models import Event
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused
from tests.factories.cases import clerk, correcting_case, fresh, seen
from tests.factories.saying import item_says

pytestmark = pytest.mark.django_db
# Told on Tuesday 2026-11-24, with fifteen working days: until Tuesday 2026-12-15, twenty-one days later.
TOLD = datetime(2026, 11, 24, 9)
HALF, NINE_TENTHS = datetime(2026, 12, 5, 9), datetime(2026, 12, 13, 9)
LAST_DAY, OVER = datetime(2026, 12, 15, 23, 59), datetime(2026, 12, 16)
BASIS = "《演示条例》第九条"


@pytest.fixture
def waiting(city):
    with freeze(TOLD):
        return correcting_case()


@pytest.fixture
def lapsing(city, monkeypatch):
    item_says(monkeypatch, lapse_basis=BASIS)
    with freeze(TOLD):
        return correcting_case()


def settled(handling, moment):
    with freeze(moment):
        settle_one(handling.application.uid)
    return fresh(handling)


def shares(handling):
    events = Event.objects.filter(subject_uid=handling.application.uid, kind=kind_of(CorrectionReminded))
    return [event.payload["share"] for event in events.order_by("version")]


def reminders(handling):
    correction = handling.application.corrections.get()
    return Message.objects.filter(key__regex=rf"^correction:{correction.uid}:(50|90):").count()


def test_half_and_nine_tenths_of_the_period_are_reminded_once_each(waiting):
    for moment, told in ((datetime(2026, 12, 5, 7), []), (HALF, [50]), (HALF, [50]), (NINE_TENTHS, [50, 90])):
        settled(waiting, moment)
        assert shares(waiting) == told
        assert reminders(waiting) == len(told)


def test_noticed_late_only_the_latest_reminder_is_sent(waiting):
    settled(waiting, NINE_TENTHS)
    assert shares(waiting) == [90]


def test_without_a_law_it_never_lapses_by_itself(waiting):
    handling = settled(waiting, datetime(2027, 6, 1))
    assert handling.application.state == CaseState.CORRECTING
    assert handling.application.settle_at is None


def test_with_a_law_it_lapses_at_the_end_of_the_last_day(lapsing):
    assert settled(lapsing, LAST_DAY).application.state == CaseState.CORRECTING
    handling = settled(lapsing, datetime(2026, 12, 20))
    application = handling.application
    assert (application.state, handling.state) == (CaseState.LAPSED, HandlingState.ENDED)
    # At the moment the law names, whenever it is noticed.
    assert application.closed_at == OVER.replace(tzinfo=SHANGHAI)
    assert handling.desk_due is None
    assert not handling.steps.filter(ended_at=None).exists()
    assert application.corrections.get().result == CorrectionResult.EXPIRED
    assert Event.objects.filter(kind=kind_of(Lapsed), actor_name="").count() == 1
    paper = application.papers.get(kind=Kind.LAPSED)
    assert (paper.facts.basis, paper.facts.due.isoformat()) == (BASIS, "2026-12-15")
    assert paper.facts.words()["remedies"]
    assert settled(lapsing, datetime(2027, 1, 1)).application.version == application.version


def test_noticed_after_the_lapse_nothing_is_reminded(lapsing):
    settled(lapsing, datetime(2027, 1, 1))
    assert shares(lapsing) == []


def test_an_answer_after_the_end_comes_too_late(lapsing):
    application = lapsing.application
    answer = {"unsupplied": {f"material-{application.spec.materials[0].key}": "没有原件。"}}
    with freeze(OVER), pytest.raises(WrongState):
        supply_correction(application.uid, application.applicant, {}, **answer)


def test_an_answer_on_the_last_day_is_in_time(lapsing):
    application = lapsing.application
    answer = {"unsupplied": {f"material-{application.spec.materials[0].key}": "没有原件。"}}
    with freeze(LAST_DAY):
        supply_correction(application.uid, application.applicant, {}, **answer)
    with freeze(OVER):
        settle_one(application.uid)
    assert fresh(lapsing).application.state == CaseState.RECEIVED


def test_once_over_the_window_may_end_it_with_its_reasons(waiting):
    handling = fresh(waiting)
    with freeze(LAST_DAY), refused(handling, WrongState):
        end(handling)
    with freeze(OVER):
        settle_one(handling.application.uid)
        end(handling)
    handling = fresh(handling)
    assert (handling.application.state, handling.state) == (CaseState.REFUSED, HandlingState.ENDED)
    assert handling.application.corrections.get().result == CorrectionResult.EXPIRED
    facts = handling.application.papers.get(kind=Kind.NOT_COMPETENT).facts
    assert facts.ground == Ground.GAPS
    assert facts.gaps == tuple(entry["label"] for entry in handling.application.corrections.get().entries)
    assert facts.words()["remedies"]


def test_only_the_window_ends_it(waiting, stranger):
    with freeze(OVER):
        settle_one(waiting.application.uid)
        for person in (clerk(waiting, "examiner"), stranger):
            with refused(waiting, NotAllowed):
                end(waiting, by=person)


def end(handling, *, by=None):
    user = by or clerk(handling, "window")
    reason = "申请人在补正期限内没有提交补正，也没有说明原因。"
    return refuse_gaps(handling.uid, user, seen=seen(handling), reason=reason)
