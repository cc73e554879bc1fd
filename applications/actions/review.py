"""Examining (行政许可法 Art. 34): each step ends with an opinion in words, never with a bare signature.

Whoever examines says with the opinion that they have no interest in the case, and answers the item's check-list.
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.charging import charge
from applications.actions.checklist import Answer, completed
from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import advance, go_back, require
from applications.events import Reviewed, SentBack
from applications.models import Handling
from applications.rules import may_examine, may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.errors import Incomplete, NotAllowed


def review(
    uid: UUID,
    user: User,
    *,
    seen: int,
    favourable: bool,
    opinion: str,
    no_conflict: bool = False,
    checks: Iterable[Answer] = (),
) -> Handling:
    """Give the opinion of the open review step and pass the case on to the step that follows."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_examine(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员可以出具审查意见。"))
        step = require(handling, "review")
        if step.opinion_required:
            check_opinion(opinion)
        _check_interest(no_conflict)
        answered = completed(handling.application.spec.checklist, checks, favourable=favourable)
        following = advance(
            handling, by=user, favourable=favourable, opinion=opinion, no_conflict=no_conflict, checks=answered
        )
        if following and following.kind == "decide":
            handling.propose()
        rebuild_dues(handling.application, handling)
        fact = Reviewed(handling=handling.uid, step=step.name, favourable=favourable)
        announce(handling.application, fact, by=user)
        charge(handling, by=user)
        return handling


def _check_interest(no_conflict: bool) -> None:
    if not no_conflict:
        told = _("请声明与本办件没有利害关系；有利害关系的，请声明回避，由其他人员办理。")
        raise Incomplete(told, fields={"no_conflict": [told]})


def send_back(uid: UUID, user: User, *, seen: int, reason: str) -> Handling:
    """The signer returns the case to its examiner with a reason; it never goes back to the applicant."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以退回重审。"))
        require(handling, "decide")
        check_opinion(reason)
        go_back(handling, "review", by=user, opinion=reason)
        handling.send_back()
        rebuild_dues(handling.application, handling)
        announce(handling.application, SentBack(handling=handling.uid), by=user)
        return handling
