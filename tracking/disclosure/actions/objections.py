"""Judging what the applicant has against the publication (行政许可法 Art. 5; 政府信息公开条例 Art. 32, 37).

Upheld in part, the text goes back to its drafter without the part; upheld as a whole it is withheld
(``judge.withhold``). Of a change to what is published the words go back, and what is published stays. Overridden only
where the law says publish, which Art. 40 does for the decision itself, or for national security or a major public
interest. The applicant is told content and reason, whichever way it went.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.consultations.judging import judge as answer_objection
from applications.documents.kinds import Ground
from applications.models.consultation import Outcome, Override
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.review.actions import refuse_review
from tracking.disclosure.actions.judge import check_judge, require_remark, review_under_way
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.judging import give_back
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import PENDING_CHANGES
from tracking.disclosure.change_rules import change_bar
from tracking.disclosure.events import ObjectionOverridden, ObjectionUpheld
from tracking.disclosure.models import Disclosure


def uphold(uid: UUID, user: User, *, seen: int, ground: str, remark: str) -> Disclosure:
    """The contested part is not published: back to the drafter, with what has to go and on which ground."""
    with locked(uid, seen=seen) as disclosure:
        change = _judged_by(user, disclosure)
        if change is None:
            disclosure.return_to_drafter()
        if ground not in Ground.values:
            raise Incomplete(_("不予公开必须有法定理由。"), fields={"ground": [_("请选择法定理由。")]})
        require_remark(remark)
        # A change that is not made leaves what is published as it is; nothing of its words is.
        _answer(disclosure, user, Outcome.WITHHELD if change else Outcome.IN_PART, ground, remark)
        if change:
            give_back(change, user, remark)
        else:
            refuse_review(review_under_way(disclosure), actor_of(user), remark)
        announce(disclosure, ObjectionUpheld(ground=ground), by=user)
        return disclosure


def override(uid: UUID, user: User, *, seen: int, ground: str, remark: str) -> Disclosure:
    """It is published all the same; the review goes on, and the applicant is told why."""
    with locked(uid, seen=seen) as disclosure:
        if _judged_by(user, disclosure) is None:
            disclosure.override_objection()
        if ground not in Override.values:
            raise Incomplete(_("未经同意公开必须有法定理由。"), fields={"ground": [_("请选择法定理由。")]})
        require_remark(remark)
        _answer(disclosure, user, Outcome.OVERRIDDEN, ground, remark)
        announce(disclosure, ObjectionOverridden(ground=ground), by=user)
        return disclosure


def _judged_by(user: User, disclosure: Disclosure) -> ProposedChange | None:
    """The change whose words are objected to, none before the first publication; raises for whoever may not judge."""
    change = disclosure.changes.filter(state__in=PENDING_CHANGES).first()
    if change is None:
        check_judge(user, disclosure)
    elif bar := change_bar(user, change):
        raise NotAllowed(bar)
    return change


def _answer(disclosure: Disclosure, user: User, outcome: Outcome, ground: str, remark: str) -> None:
    if not answer_objection(disclosure.application_uid, user, outcome=outcome, ground=ground, told=remark):
        raise WrongState(_("现在没有需要处理的异议。"))
