"""Which deeds a person may do on a request now, and why not the others (政府信息公开条例 Art. 17, 30, 32-35).

The deeds refuse with what is told here and the page offers what is not barred here: nothing is decided a second time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_fsm import can_proceed

from hall.accounts.models import User
from hall.clock import today
from hall.errors import NotAllowed, Refused, TooLate, WrongState
from hall.workdays.calendars import calendar_for
from tracking.requests.limits import reasons_until, supplement_until
from tracking.requests.models import InfoRequest
from tracking.requests.queries import so_many
from tracking.requests.rules import checking_bar, excess_bar, extending_bar, handling_bar

Hindrance = Callable[[InfoRequest], Refused | None]


def _supplemented(request: InfoRequest) -> Refused | None:
    return WrongState(_("补正只能一次性告知，这件申请已经告知过。")) if request.supplement_asked_on else None


def _past_seven_days(request: InfoRequest) -> Refused | None:
    if today() <= supplement_until(request, calendar_for(request.hall.code)):
        return None
    return TooLate(_("补正应当自收到申请之日起七个工作日内告知，已经超过。"))


def _asked_too_late(request: InfoRequest) -> Refused | None:
    if today() <= request.due:
        return None
    return TooLate(_("答复期限已经届满，征求意见不能使它重新计算。"))


def _extended(request: InfoRequest) -> Refused | None:
    return WrongState(_("答复期限只能延长一次。")) if request.extended_on else None


def _extended_too_late(request: InfoRequest) -> Refused | None:
    return TooLate(_("答复期限已经届满，不能再延长。")) if today() > request.due else None


def _delayed(request: InfoRequest) -> Refused | None:
    return WrongState(_("已经确定了延迟答复的期限，只能一次，也不再延长。")) if request.delayed_on else None


def _not_many(request: InfoRequest) -> Refused | None:
    if so_many(request)[0] > settings.HALL_REQUEST_MANY:
        return None
    return WrongState(_("这位申请人近期申请的数量没有超过合理范围，不能要求说明理由。"))


def _reasons_asked(request: InfoRequest) -> Refused | None:
    return WrongState(_("已经要求过申请人说明理由。")) if request.reasons_asked_on else None


def _reasons_to_come(request: InfoRequest) -> Refused | None:
    until = reasons_until(request, calendar_for(request.hall.code))
    if until is None:
        return WrongState(_("没有要求申请人说明理由的，不能不予处理。"))
    if request.reasons_given_on or today() > until:
        return None
    return WrongState(_("申请人说明理由的期限还没有届满。"))


def _no_reasons(request: InfoRequest) -> Refused | None:
    return None if request.reasons_given_on else WrongState(_("申请人说明了合理的理由，才能确定延迟答复的期限。"))


def _delayed_too_late(request: InfoRequest) -> Refused | None:
    return TooLate(_("答复期限已经届满，不能再延迟。")) if today() > request.due else None


def _somebody_asked(request: InfoRequest) -> Refused | None:
    if not request.still_asked().exists():
        return None
    return WrongState(_("正在征求意见，收到意见、期满或者撤回征求后才能答复。"))


def _nobody_to_serve(request: InfoRequest) -> Refused | None:
    if request.to_be_served().exists():
        return None
    return WrongState(_("没有待送达的征求意见书。"))


def _nobody_to_hear(request: InfoRequest) -> Refused | None:
    return None if request.to_be_heard().exists() else WrongState(_("这个被征求意见的对象没有待提出的意见。"))


def _nobody_asked(request: InfoRequest) -> Refused | None:
    return None if request.still_asked().exists() else WrongState(_("没有可以撤回的征求，或者意见已经收到。"))


@dataclass(frozen=True, slots=True)
class Offer:
    """``move`` names the transition, which refuses by itself in any other state."""

    move: str
    who: Callable[[User, InfoRequest], Promise | None]
    hindrances: tuple[Hindrance, ...] = ()


OFFERS = {
    "confirm": Offer("confirm", handling_bar),
    "answer": Offer("send_to_check", handling_bar, (_somebody_asked,)),
    "supplement": Offer("ask_supplement", handling_bar, (_supplemented, _past_seven_days)),
    "consult": Offer("consult", handling_bar, (_asked_too_late,)),
    "serve": Offer("consult", handling_bar, (_nobody_to_serve,)),
    "opinion": Offer("consult", handling_bar, (_nobody_to_hear,)),
    "take_back": Offer("consult", handling_bar, (_nobody_asked,)),
    "extend": Offer("extend", extending_bar, (_extended, _delayed, _extended_too_late)),
    "reasons": Offer("ask_reasons", handling_bar, (_reasons_asked, _not_many)),
    "unhandled": Offer("leave_unhandled", excess_bar, (_reasons_to_come,)),
    "delay": Offer("delay", excess_bar, (_no_reasons, _delayed, _delayed_too_late)),
    "pass": Offer("answer", checking_bar),
    "return": Offer("send_back", checking_bar),
}


def barred(deed: str, user: User, request: InfoRequest) -> Refused | None:
    """Why this person may not; in another state none, since the transition itself tells who moved it there."""
    offer = OFFERS[deed]
    if why := offer.who(user, request):
        return NotAllowed(why)
    if not _can(offer, request):
        return None
    return next((told for hindrance in offer.hindrances if (told := hindrance(request))), None)


def offered(user: User, request: InfoRequest) -> list[str]:
    """What this person may do now."""
    return [deed for deed, offer in OFFERS.items() if _can(offer, request) and not barred(deed, user, request)]


def _can(offer: Offer, request: InfoRequest) -> bool:
    return bool(can_proceed(getattr(request, offer.move)))
