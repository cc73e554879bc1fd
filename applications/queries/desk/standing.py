"""What this person may do with a handling now, and if nothing, who holds it and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.lifecycle import CaseState, HandlingState
from applications.models import Handling, Room, Step
from applications.models.reading import read_once
from applications.queries.decision_draft import decides_here, drafted
from applications.queries.desk.duties import WORKS_ON, duty_for
from applications.queries.desk.offers import offered
from applications.queries.desk.opening import package_sent_up
from applications.queries.hindrances import hindrances
from applications.rules import avoids, examined, may_examine, may_issue, may_sign, may_take_in
from hall.accounts.models import Post, User
from hall.accounts.rules import has_duty
from hall.clock import today

_RULES = {
    "intake": may_take_in,
    "review": may_examine,
    "join": may_examine,
    "report_up": may_sign,
    "decide": may_sign,
    "issue": may_issue,
    "deliver": may_issue,
}
_DEEDS = {
    "intake": ("accept", "correct", "not_required", "refuse"),
    "review": ("review", "draft_decision"),
    "join": ("join_in",),
    "report_up": ("report_up", "terminate"),
    "decide": ("grant", "deny", "draft_decision", "send_back", "terminate"),
    "issue": ("issue",),
    "deliver": ("deliver",),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """``deeds`` by name, in the order in which a clerk wants them; ``reasons`` say why the step's are not there."""

    step: Step | None
    deeds: tuple[str, ...]
    reasons: list[str]
    holders: list[str]
    # What has to be done before a grant, told before anybody presses the button.
    owed: tuple[str, ...] = ()


def standing_of(user: User, handling: Handling) -> Standing:
    return read_once(handling.application, f"standing of {user.pk} in {handling.pk}", lambda: _standing(user, handling))


def _standing(user: User, handling: Handling) -> Standing:
    step = handling.steps.filter(ended_at=None).first()
    if step is None:
        return Standing(None, tuple(offered(user, handling, None)), [_where_it_went(handling)], [])
    deeds = _deeds(user, handling, step)
    reasons = [] if deeds else list(_why_not(user, handling, step))
    owed = tuple(hindrances(handling, granting=True)) if "grant" in deeds else ()
    return Standing(step, (*deeds, *offered(user, handling, step)), reasons, _holders(handling, step), owed)


def _deeds(user: User, handling: Handling, step: Step) -> tuple[str, ...]:
    if handling.application.state == CaseState.CORRECTING or not _RULES[step.kind](user, handling):
        return ()
    # Art. 32 (4): everything is told at once; a second notice only repeats (queries.desk.offers.intake).
    told = step.kind == "intake" and handling.application.has_been_in(Room.CORRECTION)
    return tuple(deed for deed in _DEEDS[step.kind] if not (told and deed == "correct") and _fits(handling, deed))


def _fits(handling: Handling, deed: str) -> bool:
    """A draft is made where the decision is; once there is one, only what it says can be signed."""
    if deed == "draft_decision":
        return decides_here(handling)
    if deed == "terminate":
        return handling.is_lead
    if deed == "send_back":
        # An instant item has nothing that could be examined again.
        return any(one.kind == "review" for one in handling.application.spec.steps_for(handling.level))
    if deed in ("grant", "deny") and (draft := drafted(handling)):
        return draft.granted is (deed == "grant")
    return True


def _why_not(user: User, handling: Handling, step: Step) -> Iterator[str]:
    if handling.application.state == CaseState.CORRECTING:
        if handling.desk_due and handling.desk_due < today():
            yield _("申请人的补正期限已经届满，还没有提交补正。可以继续等待，也可以书面说明理由作出不予受理决定。")
            return
        yield _("已向申请人一次性告知补正，正在等待申请人提交补正材料。提交后本办件会回到待受理。")
        return
    duty = duty_for(step.kind)
    if avoids(user, handling):
        yield _("您对本办件已经回避，由其他人员办理。")
        return
    if has_duty(user, duty, handling.department) and examined(user, handling):
        yield _("您参与了本办件的审查，依照审查与决定分离的要求不能签发，请由本部门其他签发人员办理。")
        return
    mine = _("、").join(str(label) for label in _own_duties(user, handling))
    words = {"step": step.title, "duty": duty.label, "mine": mine}
    yield _("本办件现在处于“%(step)s”环节，由“%(duty)s”岗位办理；您在本部门的岗位是“%(mine)s”。") % words


def _own_duties(user: User, handling: Handling) -> Iterator[object]:
    for post in Post.objects.filter(user=user, department=handling.department, duty__in=list(WORKS_ON)):
        yield post.get_duty_display()


def _holders(handling: Handling, step: Step) -> list[str]:
    """Who may do the open step, by name: the person to ask."""
    posts = Post.objects.filter(department=handling.department, duty=duty_for(step.kind), user__is_active=True)
    posts = posts.exclude(user__uid__in=handling.kept_out)
    return list(posts.order_by("user__name").values_list("user__name", flat=True)[:6])


def _where_it_went(handling: Handling) -> str:
    if not handling.is_lead:
        return _("本部门在本办件中的联办已经结束，由牵头部门继续办理。")
    if handling.state == HandlingState.RETURNED:
        return _("本机关已将转报材料退回下级机关补充审查。下级机关再次转报后，会在工作台上新开一件。")
    if handling.state == HandlingState.TRANSFERRED:
        return _("本办件已移送其他机关办理。")
    package = package_sent_up(handling)
    if package:
        to = package.sent_to.name
        return _("本机关的审查已经完成，全部材料已报送%(to)s，由其作出决定。") % {"to": to}
    return _("本办件在本机关的办理已经结束。")
