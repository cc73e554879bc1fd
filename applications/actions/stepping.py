"""Walking the item's blueprint inside one handling: which step is open, and which comes next."""

from collections.abc import Collection, Sequence
from typing import TypedDict

from django.utils.translation import gettext as _

from applications.events import RuleBroken
from applications.models import Handling, Step
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import Step as BlueprintStep
from hall.catalogue.spec import on_record
from hall.clock import now, today
from hall.database.statements import add
from hall.errors import WrongState


class Check(TypedDict):
    """One point of the item's check-list as it was answered; ``finding`` is meets, fails or na."""

    key: str
    text: str
    basis: str
    finding: str
    remark: str


def begin(handling: Handling, blueprint: BlueprintStep) -> Step:
    """Open a turn of a blueprint step."""
    handling.current_step, handling.step_kind, handling.step_since = blueprint.name, blueprint.kind, today()
    turn = Step(
        handling=handling, name=blueprint.name, title=on_record(blueprint.title), kind=blueprint.kind, begun_at=now()
    )
    add(turn)
    return turn


def finish(
    handling: Handling,
    *,
    by: User | None,
    favourable: bool | None,
    opinion: str = "",
    no_conflict: bool = False,
    checks: Sequence[Check] = (),
) -> None:
    """Close the open turn with the opinion given in it; one that took longer than its days is told (R06)."""
    late = by is not None and handling.step_due is not None and today() > handling.step_due
    handling.step_kind = ""
    Step.objects.filter(handling=handling, ended_at=None).update(
        ended_at=now(),
        done_by_uid=by.uid if by else None,
        done_by_name=by.name if by else "",
        favourable=favourable,
        opinion=opinion,
        no_conflict=no_conflict,
        checks=list(checks),
    )
    vars(handling).pop("reviewed", None)
    if late:
        announce(handling.application, RuleBroken("R06", handling.uid, handling.step_due), by=by)


def advance(
    handling: Handling,
    *,
    by: User | None,
    favourable: bool | None,
    opinion: str = "",
    past: Collection[str] = (),
    no_conflict: bool = False,
    checks: Sequence[Check] = (),
) -> BlueprintStep | None:
    """Close the open turn and open the next step that this level does; none when the blueprint leads elsewhere.

    Steps of the kinds in ``past`` have nothing to do in this case and are walked past.
    """
    current = handling.blueprint_step
    finish(handling, by=by, favourable=favourable, opinion=opinion, no_conflict=no_conflict, checks=checks)
    following = _following(handling, current) if current else None
    while following and following.kind in past:
        following = _following(handling, following)
    if following and following.level == handling.level:
        begin(handling, following)
        return following
    return None


def _following(handling: Handling, current: BlueprintStep) -> BlueprintStep | None:
    steps = handling.application.spec.steps_for(handling.level)
    return next((step for step in steps if step.name == current.next), None)


def go_back(handling: Handling, kind: str, *, by: User, opinion: str) -> None:
    """Close the open turn and open the last step of ``kind`` once more."""
    last = handling.steps.filter(kind=kind).order_by("-id").first()
    if last is None:
        raise WrongState(_("本办件没有经过审查环节，不能退回重新审查。"))
    steps = handling.application.spec.steps_for(handling.level)
    finish(handling, by=by, favourable=False, opinion=opinion)
    begin(handling, next(step for step in steps if step.name == last.name))


def require_open(handling: Handling) -> None:
    """What is asked of the case as a whole is asked by the agency that has it now."""
    if not handling.is_open:
        raise WrongState(_("本机关对本办件的办理已经结束。"))


def require(handling: Handling, *kinds: str) -> BlueprintStep:
    """The open step, which must be of one of these kinds; otherwise someone was quicker."""
    step = handling.blueprint_step
    # A part that ended stands at its last step for ever and has none open.
    if step is None or step.kind not in kinds or handling.step_kind != step.kind:
        raise WrongState(_("办件当前不在这个环节，请刷新页面查看最新情况。"))
    return step
