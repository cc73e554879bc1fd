"""The award or exam result of a case, and where it stands in the order of a quota (行政许可法 Art. 53, 54, 57)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.lifecycle import CaseState
from applications.models import AllocationResult, Application, Handling, Purpose
from applications.queries.allocation import Ahead, ahead_of, places_left, result_of
from applications.queries.annexes.annex import Annex


@dataclass(frozen=True, slots=True)
class AllocationView:
    """``whole`` for the agency: winner or score, and the numbers of the cases before this one."""

    result: AllocationResult | None
    left: int | None
    ahead: Ahead | None
    before: int
    whole: bool


def for_handling(handling: Handling) -> Annex | None:
    return _annex(handling.application, whole=True)


def for_case(application: Application) -> Annex | None:
    return _annex(application, whole=False)


def _annex(application: Application, *, whole: bool) -> Annex | None:
    spec = application.spec
    if (spec.quota is None and spec.allocation == "ordinary") or application.purpose != Purpose.NEW:
        return None
    undecided = application.state == CaseState.ACCEPTED
    ahead = ahead_of(application) if spec.quota and undecided else None
    view = AllocationView(
        result=result_of(application),
        left=places_left(application.offering_id, spec.quota) if spec.quota else None,
        ahead=ahead,
        before=len(ahead.owed) + ahead.reserved if ahead else 0,
        whole=whole,
    )
    return Annex("allocation", _("数量和结果"), "applications/annexes/allocation.html", view)
