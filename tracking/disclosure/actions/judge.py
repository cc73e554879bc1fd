"""The second pair of eyes: pass it, send it back, or withhold it with a ground (条例 Art. 14-17; 保密法 Art. 35).

Findings of the sweep wait for a word each, and nothing passes while the applicant is asked or has an objection open
(行政许可法 Art. 5). Sending back and withholding are also for whoever approves (``approving``).
"""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.consultations.judging import judge as answer_objection
from applications.actions.consultations.showing import close_words, hold_words
from applications.documents.kinds import Ground
from applications.models.consultation import Outcome, Standing
from applications.queries.consultations import why_waiting
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.review.actions import hand_on, pass_review, refuse_review, resolve_findings
from hall.review.models import Review, ReviewState
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.send import KIND
from tracking.disclosure.events import Returned, ReviewPassed, Withheld
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import judging_bar

# The kind under which the last look before publication is kept.
APPROVING = "disclosure_approving"


def pass_on(
    uid: UUID, user: User, *, seen: int, remark: str = "", resolutions: Mapping[int, str] | None = None
) -> Disclosure:
    """Pass the review and hand the very text to the head who approves.

    ``resolutions`` says of each finding, by its place, why it may stay.
    """
    with locked(uid, seen=seen) as disclosure:
        check_judge(user, disclosure)
        refuse_while_waiting(disclosure)
        disclosure.pass_review()
        asked = _("请说明这一处为什么可以公开，或者退回修改。")
        review = resolve_findings(review_under_way(disclosure), actor_of(user), resolutions or {}, asked)
        passed = pass_review(review, actor_of(user), remark, texts=disclosure.texts())
        hand_on(passed, APPROVING)
        announce(disclosure, ReviewPassed(), by=user)
        return disclosure


def send_back(uid: UUID, user: User, *, seen: int, remark: str) -> Disclosure:
    """Back to the drafter, with the reason."""
    with locked(uid, seen=seen) as disclosure:
        check_judge(user, disclosure)
        disclosure.return_to_drafter()
        require_remark(remark)
        refuse_review(review_under_way(disclosure), actor_of(user), remark)
        announce(disclosure, Returned(), by=user)
        return disclosure


def withhold(uid: UUID, user: User, *, seen: int, ground: str, remark: str) -> Disclosure:
    """Not to be published: on a ground of Art. 14 to 16, with the reason in words."""
    with locked(uid, seen=seen) as disclosure:
        check_judge(user, disclosure)
        disclosure.withhold(at=now())
        if ground not in Ground.values:
            raise Incomplete(_("不予公开必须有法定理由。"), fields={"ground": [_("请选择法定理由。")]})
        require_remark(remark)
        disclosure.ground = ground
        refuse_review(review_under_way(disclosure), actor_of(user), _told(ground, remark))
        answer_objection(disclosure.application_uid, user, outcome=Outcome.WITHHELD, ground=ground, told=remark)
        close_words(disclosure.application_uid, Standing.WITHHELD)
        announce(disclosure, Withheld(ground=ground), by=user)
        return disclosure


@override("zh-hans")
def _told(ground: str, remark: str) -> str:
    """The trail speaks Chinese, whatever language the reviewer reads."""
    return f"{Ground(ground).label}：{remark}"


def check_judge(user: User, disclosure: Disclosure) -> None:
    if bar := judging_bar(user, disclosure):
        raise NotAllowed(bar)


def refuse_while_waiting(disclosure: Disclosure) -> None:
    """Holds the applicant's consultations, so that an objection comes before this deed or after it."""
    if why := why_waiting(hold_words(disclosure.application_uid)):
        raise WrongState(why)


def require_remark(remark: str) -> None:
    if not remark.strip():
        raise Incomplete(_("请写明理由。"), fields={"remark": [_("请写明理由。")]})


def review_under_way(disclosure: Disclosure) -> Review:
    """The one that is open: the secrecy review, or after it the look of whoever approves."""
    return Review.objects.get(subject_uid=disclosure.uid, kind__in=[KIND, APPROVING], state=ReviewState.OPEN)
