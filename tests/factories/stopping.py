"""Cases whose clock was stopped or extended, by the real deeds and the right people."""

from datetime import date
from typing import Any
from uuid import UUID

from applications.actions.extend import answer_extension, propose_extension
from applications.actions.resume import resume
from applications.actions.suspend import answer_suspension, propose_suspension
from applications.models import Extension, Suspension
from tests.factories.cases import clerk, seen
from tests.factories.snapshots import kept

TESTING = "testing:检测"
EXPERT_REVIEW = "expert_review:专家评审"
REASON = "对检测结论有疑问，须委托复测。"


@kept
def proposed(handling: Any, *, procedure: str = TESTING, days: int = 5, **told: Any) -> Suspension:
    asked = {"reason": REASON, "performer": "市疾病预防控制中心", "fee_bearer": "行政机关", **told}
    examiner = clerk(handling, "examiner")
    return propose_suspension(handling.uid, examiner, seen=seen(handling), procedure=procedure, days=days, **asked)


@kept
def stopped(handling: Any, *, by: str = "signer", **asked: Any) -> Suspension:
    """Proposed, approved and told today."""
    asked_for = proposed(handling, **asked)
    return answer_suspension(
        handling.uid, clerk(handling, by), seen=seen(handling), suspension=asked_for.uid, granted=True
    )


@kept
def resumed(handling: Any, suspension: Suspension, *, ended_on: date | None = None) -> Suspension:
    examiner, uid = clerk(handling, "examiner"), UUID(str(suspension.uid))
    return resume(handling.uid, examiner, seen=seen(handling), suspension=uid, result="复测合格。", ended_on=ended_on)


@kept
def extended(handling: Any, *, days: int = 10, by: str = "head") -> Extension:
    examiner = clerk(handling, "examiner")
    propose_extension(handling.uid, examiner, seen=seen(handling), days=days, reason="案情复杂，需要补充论证。")
    return answer_extension(handling.uid, clerk(handling, by), seen=seen(handling), granted=True)
