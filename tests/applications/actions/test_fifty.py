"""Fifty at once on one case: one of them did it, once, and forty-nine are told why they did not."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from applications import models
from applications.actions.accept import accept
from applications.actions.assign_testers import assign_testers
from applications.actions.correct import ask_correction
from applications.actions.decide import deny, grant
from applications.actions.extend import answer_extension, propose_extension
from applications.documents.kinds import Kind
from applications.models import Correction, Decision, Extension, Paper
from hall.accounts.models import Duty, Post
from hall.clock import freeze
from hall.errors import NotAllowed, WrongState
from hall.events.models import Event
from tests.applications.actions.test_races import together
from tests.factories.cases import accepted_case, clerk, publish, received_case, reviewed_case, seen, staff_member

pytestmark = pytest.mark.django_db(transaction=True)
FIFTY = 50
NOW = datetime(2026, 11, 25, 10)


def at_noon(deed: Callable[[], Any]) -> Any:
    """A thread begins without the frozen clock of its test."""
    with freeze(NOW):
        return deed()


def told_why(deeds: list[Callable[[], Any]]) -> list[WrongState]:
    """What the forty-nine were told: that it is over, and what happened meanwhile."""
    outcomes = together([partial(at_noon, deed) for deed in deeds])
    lost = [one for one in outcomes if isinstance(one, WrongState | NotAllowed)]
    assert [one for one in outcomes if isinstance(one, Exception) and one not in lost] == []
    assert len(deeds) - len(lost) == 1
    assert all(str(one) for one in lost)
    return [one for one in lost if isinstance(one, WrongState)]


def numbers(handling: Any, *kinds: Kind) -> list[str]:
    return list(Paper.objects.filter(application=handling.application, kind__in=kinds).values_list("number", flat=True))


def happened_once(handling: Any, kind: str) -> bool:
    return Event.objects.filter(subject_uid=handling.application.uid, kind=f"applications.{kind}").count() == 1


def test_fifty_decide_one_decision_one_number_forty_nine_told_why(city):
    with freeze(NOW):
        handling = reviewed_case()
    signer, version = clerk(handling, "signer"), seen(handling)
    law = ["《公共场所卫生管理条例》第四条"]
    allow = partial(grant, handling.uid, signer, seen=version, content="准予经营。")
    reject = partial(deny, handling.uid, signer, seen=version, reasons="不符合标准。", legal_basis=law)
    lost = told_why([allow, reject] * (FIFTY // 2))
    assert len(lost) == FIFTY - 1
    assert all(any(signer.name in str(line) for line in one.happened) for one in lost)
    assert Decision.objects.filter(application=handling.application).count() == 1
    (number,) = numbers(handling, Kind.GRANT, Kind.DENIAL)
    assert number.endswith("第000001号")
    assert happened_once(handling, "Decided")


def test_fifty_accept_and_the_case_is_accepted_once(city):
    with freeze(NOW):
        handling = received_case()
    window, version = clerk(handling, "window"), seen(handling)
    lost = told_why([partial(accept, handling.uid, window, seen=version)] * FIFTY)
    assert all(any(f"{window.name}：受理" in str(line) for line in one.happened) for one in lost)
    handling.application.refresh_from_db()
    assert handling.application.acceptance_sequence == 1
    assert len(numbers(handling, Kind.ACCEPTANCE)) == 1
    assert happened_once(handling, "Accepted")


def test_fifty_ask_for_a_correction_and_the_applicant_gets_one_list(city):
    with freeze(NOW):
        handling = received_case()
    key = handling.application.spec.materials[0].key
    entry: Any = {"target": "material", "key": key, "problem": "缺少签字", "requirement": "请签字后重新上传"}
    window, version = clerk(handling, "window"), seen(handling)
    lost = told_why([partial(ask_correction, handling.uid, window, seen=version, entries=[entry])] * FIFTY)
    assert all(one.happened for one in lost)
    assert Correction.objects.filter(application=handling.application).count() == 1
    assert len(numbers(handling, Kind.CORRECTION)) == 1


def test_fifty_answer_one_extension_and_the_limit_is_longer_once(city):
    with freeze(NOW):
        handling = accepted_case()
        examiner, why = clerk(handling, "examiner"), "案情复杂，需要补充论证。"
        propose_extension(handling.uid, examiner, seen=seen(handling), days=10, reason=why)
    head, version = clerk(handling, "head"), seen(handling)
    lost = told_why([partial(answer_extension, handling.uid, head, seen=version, granted=True)] * FIFTY)
    assert all(one.happened for one in lost)
    assert Extension.objects.get(handling=handling).granted_on
    assert len(numbers(handling, Kind.EXTENSION)) == 1


def test_fifty_assign_testers_and_two_are_named_once(city):
    publish(technical_inspection=True, limits={"statutory": "20个工作日", "promise": "20个工作日"})
    with freeze(NOW):
        handling = accepted_case()
    own, other = clerk(handling, "examiner"), staff_member("yz-sl-examiner")
    Post.objects.get_or_create(user=other, department=handling.department, duty=Duty.EXAMINER)
    head, version = clerk(handling, "head"), seen(handling)
    name = partial(assign_testers, handling.uid, head, seen=version, testers=[own.uid, other.uid])
    lost = told_why([name] * FIFTY)
    assert all(one.happened for one in lost)
    assert models.TesterAssignment.objects.filter(handling=handling).count() == 1
