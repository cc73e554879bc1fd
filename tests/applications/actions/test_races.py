"""Two at once, with real threads against the real database: one wins, the others are told who it was."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from applications.actions.accept import accept
from applications.actions.decide import deny, grant
from applications.actions.receive_report import receive_report
from applications.actions.refuse import find_not_required
from applications.actions.report_up import report_up
from applications.actions.settling import settle_one
from applications.actions.submit import submit
from applications.documents.kinds import Kind
from applications.models import Application, Decision, Paper
from hall.clock import local_date
from hall.errors import WrongState
from hall.events.models import Event
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    clerk,
    draft_case,
    fresh,
    received_case,
    reviewed_case,
    seen,
)

pytestmark = pytest.mark.django_db(transaction=True)


def together(deeds: Sequence[Callable[[], Any]]) -> list[Any]:
    """All at the same moment, each in a thread and a connection of its own; what each returned or raised."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=20)
            return deed()
        except Exception as problem:
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(run, deeds))


def losers(outcomes: list[Any]) -> list[WrongState]:
    """Everybody but one lost, and lost in the way that a page can tell."""
    lost = [one for one in outcomes if isinstance(one, WrongState)]
    assert [one for one in outcomes if isinstance(one, Exception) and one not in lost] == []
    assert len(lost) == len(outcomes) - 1
    return lost


def test_of_two_who_accept_one_wins_and_the_other_is_told_who(city):
    handling = received_case()
    window, version = clerk(handling, "window"), seen(handling)
    (lost,) = losers(together([lambda: accept(handling.uid, window, seen=version)] * 2))
    assert any(f"{window.name}：受理" in str(line) for line in lost.happened)
    assert Paper.objects.filter(application=handling.application, kind=Kind.ACCEPTANCE).count() == 1


def test_a_case_is_accepted_or_turned_away_never_both(city):
    handling = received_case()
    window, version = clerk(handling, "window"), seen(handling)
    losers(
        together(
            [
                lambda: accept(handling.uid, window, seen=version),
                lambda: find_not_required(handling.uid, window, seen=version, reason="不需要许可。"),
            ]
        )
    )
    papers = Paper.objects.filter(application=handling.application, kind__in=[Kind.ACCEPTANCE, Kind.NOT_REQUIRED])
    assert papers.count() == 1


def test_ten_who_decide_make_one_decision_under_one_number(city):
    handling = reviewed_case()
    signer, version = clerk(handling, "signer"), seen(handling)
    law = ["《公共场所卫生管理条例》第四条"]
    allow = [lambda: grant(handling.uid, signer, seen=version, content="准予经营。")] * 5
    reject = [lambda: deny(handling.uid, signer, seen=version, reasons="不符合标准。", legal_basis=law)] * 5
    losers(together(allow + reject))
    decision = Decision.objects.get(application=handling.application)
    papers = Paper.objects.filter(application=handling.application, kind__in=[Kind.GRANT, Kind.DENIAL])
    assert [one.kind for one in papers] == [Kind.GRANT if decision.granted else Kind.DENIAL]
    assert papers.get().number.endswith("第000001号")
    assert Event.objects.filter(subject_uid=handling.application.uid, kind="applications.Decided").count() == 1


def test_versions_never_skip_or_repeat(city):
    handling = received_case()
    window, version = clerk(handling, "window"), seen(handling)
    together([lambda: accept(handling.uid, window, seen=version)] * 4)
    versions = Event.objects.filter(subject_uid=handling.application.uid).order_by("version")
    assert list(versions.values_list("version", flat=True)) == [1, 2]


def test_a_double_click_files_one_case(city):
    draft = draft_case()
    outcomes = together([lambda: submit(draft.uid, draft.applicant, truth_stated=True)] * 6)
    assert len({one.case_no for one in outcomes}) == 1
    assert Application.objects.get().version == 1
    assert Paper.objects.filter(kind=Kind.RECEIPT).count() == 1


def test_two_cases_filed_at_once_have_two_numbers(city):
    drafts = [draft_case(by=by) for by in ("qingquan", "zhangxiaoman", "liyinuo", "yunshang")]
    filed = together([partial(submit, one.uid, one.applicant, truth_stated=True) for one in drafts])
    assert sorted(one.case_no[-4:] for one in filed) == ["0001", "0002", "0003", "0004"]


def test_a_package_received_by_two_workers_opens_one_handling(city):
    below = reviewed_case(SAND_MINING)
    package = report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    opened = together([lambda: receive_report(package.uid)] * 3)
    assert len({one.pk for one in opened}) == 1
    assert below.application.handlings.count() == 2


def test_settled_by_many_readers_it_is_accepted_once(city):
    handling = received_case()
    received = handling.application.received_at
    Application.objects.update(settle_at=received, intake_due=local_date(received) - timedelta(days=1))
    assert sum(together([lambda: settle_one(handling.application.uid)] * 5)) == 1
    assert fresh(handling).application.acceptance_sequence == 1
