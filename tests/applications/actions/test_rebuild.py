"""Due dates are derived: delete every one of them, rebuild, and everything is as it was."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from applications.actions.accept import accept
from applications.actions.review import send_back
from applications.actions.settling import settle_due
from applications.actions.supervise import supervise
from applications.documents.builders import OrderKind
from applications.lifecycle import CaseState
from applications.models import Application, Correction, Errand, Handling
from hall.clock import freeze
from hall.events.models import Event
from tests.factories import cases
from tests.factories.cases import clerk, fresh, publish, seen
from tests.factories.hearings import requested_hearing
from tests.factories.stopping import EXPERT_REVIEW, extended, proposed, resumed, stopped

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
OF_CASE = ("intake_due", "promise_due", "watched_due", "settle_at")
OF_PART = ("statutory_due", "step_due", "desk_due")


def on(day):
    return freeze(MONDAY + timedelta(day))


def suspended():
    handling = cases.accepted_case()
    with on(2):
        stopped(handling, days=3)
    return handling


def resumed_again():
    handling = suspended()
    with on(4):
        resumed(handling, handling.suspensions.get())
    return handling


def stopped_twice_and_extended():
    handling = resumed_again()
    with on(7):
        extended(handling)
        stopped(handling, procedure=EXPERT_REVIEW)
    return handling


def longer_than_told():
    handling = suspended()
    with on(30):
        settle_due()
    return handling


def late():
    handling = cases.accepted_case()
    with on(60):
        settle_due()
    return handling


def one_of_three_waits_so_all_do():
    publish(cases.WATER_SUPPLY, special_procedures=[{"name": "检测", "kind": "testing", "note": "（演示）"}])
    lead = cases.accepted_case(cases.WATER_SUPPLY)
    first, *_others = cases.joint_parts(lead).values()
    cases.join(first)
    with on(2):
        stopped(lead)
    return lead


def decided_by_three():
    lead = cases.accepted_case(cases.WATER_SUPPLY)
    for part in cases.joint_parts(lead).values():
        cases.join(part)
    return cases.decide(cases.examine(cases.fresh(lead)))


def urged(handling):
    said: dict[str, Any] = {"found": "没有任何进展。", "requirement": "请说明原因。", "days": 5}
    supervisor = cases.staff_member("yz-supervisor" if handling.hall.code == "500103" else "cq-supervisor")
    supervise(handling.uid, supervisor, seen=cases.seen(handling), kind=OrderKind.URGE, **said)
    return handling


def urged_below_after_the_report():
    above = cases.reported_case()
    with on(25):
        settle_due()
        return urged(cases.fresh(above.application.handlings.exclude(pk=above.pk).get()))


def urged_above_after_the_return():
    below = cases.returned_case()
    with on(25):
        settle_due()
        return urged(cases.fresh(below.application.handlings.exclude(pk=below.pk).get()))


def waiting_for_the_head():
    publish(technical_inspection=True)
    handling = cases.accepted_case()
    proposed(handling)
    return handling


def sent_back():
    handling = cases.reviewed_case()
    with on(3):
        send_back(handling.uid, clerk(handling, "signer"), seen=seen(handling), reason="请补充核对平面图。")
    return handling


def deemed():
    handling = cases.received_case()
    with on(12):
        settle_due()
    return handling


def granted_by_the_rules():
    """The rules grant and the certificate is made at once: the next step counts from then."""
    handling = cases.received_case(cases.INSTANT)
    with on(2):
        settle_due()
    return handling


def hearing_asked_for():
    """The clock stands still from the request on, for the case as for its part."""
    handling = cases.accepted_case()
    with on(1):
        requested_hearing(handling)
    return handling


def accepted_after_two_days():
    handling = cases.received_case()
    with on(2):
        accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    return handling


STATES = [
    *(cases.received_case, cases.correcting_case, cases.accepted_case, cases.reviewed_case, cases.reported_case),
    *(cases.decided_case, cases.issued_case, cases.delivered_case),
    *(suspended, resumed_again, stopped_twice_and_extended, longer_than_told, late, waiting_for_the_head),
    *(one_of_three_waits_so_all_do, decided_by_three),
    *(urged_below_after_the_report, urged_above_after_the_return),
    *(sent_back, deemed, accepted_after_two_days, granted_by_the_rules, hearing_asked_for),
]


def derived(of=None):
    """Every date that is derived, of these cases or of all."""
    asked = of if of is not None else Application.objects.all()
    corrections = list(Correction.objects.filter(application__in=asked).order_by("id").values_list("due", flat=True))
    errands = Errand.objects.filter(handling__application__in=asked, done_at=None)
    parts = list(Handling.objects.filter(application__in=asked).order_by("id").values_list(*OF_PART))
    cases_ = list(asked.order_by("id").values_list(*OF_CASE))
    return cases_, parts, corrections, list(errands.order_by("id").values_list("due", flat=True))


def delete_every_due_date(of=None):
    asked = of if of is not None else Application.objects.all()
    asked.update(**dict.fromkeys(OF_CASE))
    Handling.objects.filter(application__in=asked).update(**dict.fromkeys(OF_PART))
    Errand.objects.filter(handling__application__in=asked, done_at=None).update(due=None)
    # A correction cannot be without a day: a wrong one takes its place. That of a case that ended moves no more.
    waiting = asked.filter(state=CaseState.CORRECTING)
    Correction.objects.filter(application__in=waiting, supplied_at=None).update(due=date(1999, 1, 1))


@pytest.mark.parametrize("made", STATES, ids=lambda made: made.__name__)
def test_deleted_and_rebuilt_every_date_is_as_it_was(city, made):
    with freeze(MONDAY):
        made()
    with on(61):
        before, events = derived(), Event.objects.count()
        delete_every_due_date()
        call_command("rebuild_dues")
        assert derived() == before
        assert Event.objects.count() == events


def test_it_says_how_many_cases_were_not_what_the_facts_say(city, capsys):
    with freeze(MONDAY):
        handling = cases.accepted_case()
        call_command("rebuild_dues")
        Handling.objects.update(statutory_due=None)
        call_command("rebuild_dues")
    assert capsys.readouterr().out.splitlines() == [
        "已推算 1 个办件，其中 0 个的期限与原来不同。",
        "已推算 1 个办件，其中 1 个的期限与原来不同。",
    ]
    assert fresh(handling).statutory_due == handling.statutory_due
