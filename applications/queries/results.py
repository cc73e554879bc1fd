"""How a case was concluded 办结结果, as one of the national codes (domain.md §4.6), and why.

Two are never given: 3 删除办结, for nothing is deleted, and 4 转报办结, for a case that was reported up goes on above
(Art. 35). Codes 1, 2 and 5 always carry a reason.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.lifecycle import CaseState
from applications.models import Application, Step
from applications.queries.endings import ending_of


class ResultCode(models.TextChoices):
    ISSUED = "0", _("出证办结")
    RETURNED = "1", _("退回办结")
    VOIDED = "2", _("作废办结")
    LAPSED = "5", _("补正不来办结")
    OTHER = "6", _("办结")


_EARLY = {
    CaseState.NOT_REQUIRED: ResultCode.RETURNED,
    CaseState.REFUSED: ResultCode.RETURNED,
    CaseState.WITHDRAWN: ResultCode.RETURNED,
    # domain.md §4.6 maps no termination: it gives no result either, and says why.
    CaseState.TERMINATED: ResultCode.RETURNED,
    CaseState.VOIDED: ResultCode.VOIDED,
    CaseState.LAPSED: ResultCode.LAPSED,
}
_DECIDED = [CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED]


@dataclass(frozen=True, slots=True)
class Result:
    """``reason`` is written by people and may name them: it is for the applicant and the clerks."""

    code: ResultCode
    reason: str


def result_code(application: Application) -> ResultCode | None:
    """None while the case goes on."""
    if application.state in _DECIDED:
        certificate = application.spec.result.kind == "certificate"
        return ResultCode.ISSUED if application.decision.granted and certificate else ResultCode.OTHER
    return _EARLY.get(CaseState(application.state))


def result_of(application: Application) -> Result | None:
    code = result_code(application)
    return Result(code, _reason(application)) if code else None


def _reason(application: Application) -> str:
    if application.state in _DECIDED:
        return application.decision.reasons
    if ending := ending_of(application):
        return ending.reason
    # Ended at intake: the reason stands in the step that was closed with it.
    said = Step.objects.filter(handling__application=application).exclude(opinion="").order_by("-id")
    return said.values_list("opinion", flat=True).first() or str(application.get_state_display())
