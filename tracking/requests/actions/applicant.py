"""The applicant's deeds after asking: supplement, say why so many, or withdraw (政府信息公开条例 Art. 30, 35)."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now, today
from hall.errors import NotFound, WrongState
from hall.review.actions import refuse_review
from tracking.requests.actions.answering import review_of
from tracking.requests.actions.handle import require
from tracking.requests.actions.locking import locked
from tracking.requests.actions.telling import count
from tracking.requests.events import ReasonsGiven, RequestSupplemented, RequestWithdrawn
from tracking.requests.lifecycle import RequestState
from tracking.requests.models import InfoRequest


def supplement(uid: UUID, user: User, *, seen: int, given: str) -> InfoRequest:
    """The period to answer begins anew on the day the supplement is received."""
    with locked(uid, seen=seen) as request:
        _own(request, user)
        request.supplement(on=today())
        require(given=given)
        request.supplement_given = given.strip()
        count(request)
        announce(request, RequestSupplemented(), by=user)
        return request


def give_reasons(uid: UUID, user: User, *, seen: int, given: str) -> InfoRequest:
    """Once; heard until it is decided, also after the day for it."""
    with locked(uid, seen=seen) as request:
        _own(request, user)
        if request.reasons_asked_on is None or request.reasons_given_on:
            raise WrongState(_("没有要求说明理由，或者已经说明。"))
        request.give_reasons()
        require(given=given)
        request.reasons_given, request.reasons_given_on = given.strip(), today()
        announce(request, ReasonsGiven(), by=user)
        return request


def withdraw(uid: UUID, user: User, *, seen: int) -> InfoRequest:
    """At any time before the answer; an answer that was being checked is given up with it."""
    with locked(uid, seen=seen) as request:
        _own(request, user)
        checked = request.state == RequestState.CHECKING
        request.withdraw(at=now())
        if checked:
            with override("zh-hans"):
                refuse_review(review_of(request), actor_of(user), _("申请人撤回了申请。"))
        announce(request, RequestWithdrawn(), by=user)
        return request


def _own(request: InfoRequest, user: User) -> None:
    if request.applicant_id != user.pk:
        raise NotFound(_("没有找到这件申请。"))
