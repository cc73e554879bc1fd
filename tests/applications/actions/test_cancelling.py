"""Struck off (行政许可法 Art. 70): each of the six grounds has its way, and only where it can be true and is shown."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from applications.actions.cancelling import CancellationGround
from applications.actions.licences_due import settle_licences
from applications.actions.take_licence import (
    RevocationGround,
    WithdrawalGround,
    cancel_licence,
    revoke_licence,
    withdraw_licence,
)
from applications.documents.kinds import Kind
from applications.models import Errand, LicenceState, Matter
from hall.clock import SHANGHAI, freeze
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from tests.disclosure.making import public_of
from tests.factories.cases import clerk, work
from tests.factories.licences import current, licensed
from tracking.register.models import Record

pytestmark = pytest.mark.django_db
WHY = "经核实，许可证件应当注销。"
HEARD = "当面听取了陈述申辩，意见已记录。"
PAID = "按照评估结果给予补偿。"


def cancel(handling, licence, ground, **told: Any):
    seen = current(licence).version
    usual: dict[str, Any] = {"reason": WHY}
    return cancel_licence(licence.uid, clerk(handling, "signer"), seen=seen, ground=ground, **(usual | told))


def is_struck_off(handling, licence, ground):
    """Gone, entered with its ground, told in writing."""
    entry = current(licence).entries.last()
    paper: Any = handling.application.papers.filter(kind=Kind.CANCELLATION).get().facts
    state = current(licence).state
    return state == LicenceState.CANCELLED and entry.ground == ground and paper.ground == str(ground.label)


def waits(licence):
    return Errand.objects.filter(matter=Matter.STRIKE_OFF, subject_uid=licence.uid, done_at=None).exists()


def test_expired_and_not_renewed(city):
    handling, licence = licensed()
    with freeze(datetime.combine(licence.valid_to + timedelta(days=2), time(9), tzinfo=SHANGHAI)):
        settle_licences()
        assert waits(licence)
        cancel(handling, licence, CancellationGround.EXPIRED)
    assert is_struck_off(handling, licence, CancellationGround.EXPIRED)
    assert not waits(licence)


def test_the_person_died_or_can_act_no_more(city):
    handling, licence = licensed(by="zhangxiaoman")
    with pytest.raises(Incomplete) as told:
        cancel(handling, licence, CancellationGround.DEATH)
    assert set(told.value.fields) == {"basis"}
    cancel(handling, licence, CancellationGround.DEATH, basis="居民死亡医学证明书（渝中〔2026〕17号）")
    assert is_struck_off(handling, licence, CancellationGround.DEATH)
    assert "居民死亡医学证明书" in current(licence).entries.last().reason


def test_the_organisation_was_dissolved(city):
    handling, licence = licensed()
    cancel(handling, licence, CancellationGround.DISSOLVED, basis="准予注销登记通知书（渝中市监〔2026〕8号）")
    assert is_struck_off(handling, licence, CancellationGround.DISSOLVED)


@pytest.mark.parametrize("way", ["withdrawn", "revoked"])
def test_withdrawn_or_revoked(city, way):
    handling, licence = licensed()
    head, told = clerk(handling, "head"), {"reason": WHY, "heard": HEARD, "compensation": PAID}
    if way == "withdrawn":
        withdraw_licence(licence.uid, head, seen=licence.version, ground=WithdrawalGround.LAW_CHANGED, **told)
    else:
        revoke_licence(licence.uid, head, seen=licence.version, ground=RevocationGround.PROCEDURE, **told)
    assert waits(licence)
    cancel(handling, licence, CancellationGround.TAKEN)
    assert is_struck_off(handling, licence, CancellationGround.TAKEN)
    assert not waits(licence)


def test_taken_away_as_a_penalty_by_whoever_enforces(city):
    handling, licence = licensed()
    with pytest.raises(Incomplete) as told:
        cancel(handling, licence, CancellationGround.TAKEN)
    assert set(told.value.fields) == {"basis"}
    cancel(handling, licence, CancellationGround.TAKEN, basis="吊销许可证决定书（渝中卫健罚〔2026〕第9号）")
    assert is_struck_off(handling, licence, CancellationGround.TAKEN)


def test_by_force_majeure_it_can_be_used_no_more(city):
    handling, licence = licensed()
    cancel(handling, licence, CancellationGround.FORCE_MAJEURE, reason="洪水冲毁经营场所，无法恢复经营。")
    assert is_struck_off(handling, licence, CancellationGround.FORCE_MAJEURE)


def test_as_another_law_says(city):
    handling, licence = licensed()
    with pytest.raises(Incomplete):
        cancel(handling, licence, CancellationGround.OTHER)
    cancel(handling, licence, CancellationGround.OTHER, basis="《公共场所卫生管理条例实施细则》第二十六条")
    assert is_struck_off(handling, licence, CancellationGround.OTHER)


@pytest.mark.parametrize(
    ("by", "ground"),
    [
        ("qingquan", CancellationGround.EXPIRED),
        ("qingquan", CancellationGround.DEATH),
        ("zhangxiaoman", CancellationGround.DISSOLVED),
    ],
)
def test_a_ground_that_cannot_be_true_is_refused(city, by, ground):
    handling, licence = licensed(by=by)
    with pytest.raises(Invalid) as told:
        cancel(handling, licence, ground, basis="某某证明文件第1号")
    assert set(told.value.fields) == {"ground"}
    assert current(licence).state == LicenceState.VALID


def test_struck_off_once_and_by_a_signer_of_the_agency(city, wz_wj_signer):
    handling, licence = licensed()
    told: dict[str, Any] = {"ground": CancellationGround.FORCE_MAJEURE, "reason": WHY}
    for person in (clerk(handling, "head"), clerk(handling, "examiner"), wz_wj_signer):
        with pytest.raises(NotAllowed):
            cancel_licence(licence.uid, person, seen=licence.version, **told)
    cancel(handling, licence, CancellationGround.FORCE_MAJEURE)
    with pytest.raises(WrongState):
        cancel(handling, licence, CancellationGround.FORCE_MAJEURE)


def test_the_register_follows(city):
    handling, licence = licensed()
    disclosure = public_of(licence.application.uid)
    work()
    cancel(handling, licence, CancellationGround.FORCE_MAJEURE)
    work()
    assert Record.objects.get(source_uid=disclosure.uid).status == "cancelled"
