"""Changes to what is published, brought there by the real deeds; the test needs the ``city`` fixture."""

from typing import Any

from hall.accounts.models import User
from tests.disclosure.making import ID_NUMBER, again, discloser, head, published, reviewer
from tests.factories.snapshots import kept
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.published.judging import pass_change
from tracking.disclosure.actions.published.proposing import (
    propose_correction,
    propose_publishing_again,
    propose_taking_back,
)
from tracking.disclosure.actions.published.urgent import take_back_at_once
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.models import Disclosure

WRONG = f"准予经营沐浴场所，负责人身份证号码{ID_NUMBER}。"
RIGHT = "准予经营沐浴场所。"
WHY = "正文写错了面积。"


def correction_proposed(disclosure: Disclosure | None = None, *, by: User | None = None, **told: Any) -> Disclosure:
    disclosure = disclosure or published()[0]
    usual: dict[str, Any] = {
        "grantee": disclosure.grantee,
        "content": RIGHT,
        "part_ground": "",
        "public_reason": "clerical",
        "reason": WHY,
    }
    return propose_correction(disclosure.uid, by or discloser(), seen=disclosure.version, **(usual | told))


def taking_back_proposed(disclosure: Disclosure | None = None, **told: Any) -> Disclosure:
    disclosure = disclosure or published()[0]
    usual = {"ground": "PRIVACY", "reason": "正文有个人信息。"}
    return propose_taking_back(disclosure.uid, discloser(), seen=disclosure.version, **(usual | told))


def corrected(disclosure: Disclosure | None = None, **told: Any) -> Disclosure:
    return in_effect(correction_proposed(disclosure, **told))


def taken_back(disclosure: Disclosure | None = None) -> Disclosure:
    return in_effect(taking_back_proposed(disclosure))


def taken_back_at_once(disclosure: Disclosure | None = None, *, by: User | None = None) -> Disclosure:
    disclosure = disclosure or published()[0]
    why = "正文有身份证号码。"
    return take_back_at_once(disclosure.uid, by or discloser(), seen=disclosure.version, ground="PRIVACY", reason=why)


def publishing_again_proposed(disclosure: Disclosure, **told: Any) -> Disclosure:
    usual = {"grantee": disclosure.grantee, "content": RIGHT, "part_ground": "", "reason": "已经改正。"}
    return propose_publishing_again(disclosure.uid, discloser(), seen=disclosure.version, **(usual | told))


def passed(disclosure: Disclosure, **told: Any) -> Disclosure:
    """A taking back has its effect; other words lie before whoever approves."""
    return pass_change(disclosure.uid, reviewer(), seen=again(disclosure).version, **told)


@kept
def in_effect(disclosure: Disclosure) -> Disclosure:
    """The rest of the road from wherever its change lies, each step by its own person."""
    now = again(disclosure)
    if now.changes.filter(state=ChangeState.WAITING).exists():
        now = passed(now)
    if now.changes.filter(state=ChangeState.APPROVING).exists():
        now = publish(now.uid, head(), seen=now.version)
    return now
