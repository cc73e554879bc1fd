"""The periods of a request, in working days (政府信息公开条例 Art. 30-35; domain.md §8.2).

Twenty to answer, twenty more once, and as many as were fixed for whoever has very many requests; the time in which
third parties and other organs are asked is not counted. Theirs is taken out up to its last day as long as they may
still answer, so that a due date moves forward once and then only back.
"""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from hall.clock import local_date
from hall.workdays.arithmetic import Calendar, Due, Limit, Suspension, due_date, workdays_between
from hall.workdays.lamp import Lamp, amber_from, days_in_words, lamp_for
from tracking.requests.lifecycle import OPEN, RequestState
from tracking.requests.models import InfoRequest, ThirdParty

ANSWER_DAYS = EXTENSION_DAYS = 20
SUPPLEMENT_NOTICE = Limit(7, "working")
THIRD_PARTY = Limit(15, "working")


def stops(request: InfoRequest) -> list[Suspension]:
    """The stretches in which third parties, or organs that made it together, are or were asked: from service on."""
    words = {False: _("征求第三方意见"), True: _("征求共同制作机关意见")}
    return [
        Suspension(one.served_on, one.ended_on or one.due, words[one.made_it])
        for one in request.third_parties.all()
        if one.served_on and one.due
    ]


def supplement_until(request: InfoRequest, calendar: Calendar) -> date:
    """The last day on which more can be asked of the applicant: seven working days from receipt."""
    assert request.received_on is not None
    return due_date(request.received_on, SUPPLEMENT_NOTICE, calendar).due


def reasons_until(request: InfoRequest, calendar: Calendar) -> date | None:
    """The last day for the applicant's reasons (条例 Art. 35 gives none: the hall's own), none where none were asked.

    Meanwhile the days to answer run on: what the law takes out of them is in Art. 33. A supplement comes first.
    """
    if request.reasons_asked_on is None or request.counted_from is None:
        return None
    start = max(request.reasons_asked_on, request.counted_from)
    return due_date(start, Limit(settings.HALL_REQUEST_REASONS_DAYS, "working"), calendar).due


def third_party_due(one: ThirdParty, calendar: Calendar) -> date:
    """Fifteen working days from service; whoever was not served yet has no last day."""
    assert one.served_on is not None
    return due_date(one.served_on, THIRD_PARTY, calendar).due


def running(request: InfoRequest, calendar: Calendar) -> Due:
    """The period that runs now, or that ran when the request ended: to confirm, to supplement, or to answer."""
    if request.counted_from is None:
        confirm = Limit(settings.HALL_REQUEST_CONFIRM_DAYS, "working")
        return due_date(local_date(request.submitted_at), confirm, calendar)
    if request.state in (RequestState.SUPPLEMENTING, RequestState.ABANDONED):
        assert request.supplement_asked_on is not None
        return due_date(request.supplement_asked_on, Limit(request.supplement_days or 0, "working"), calendar)
    days = ANSWER_DAYS + (EXTENSION_DAYS if request.extended_on else 0) + (request.delay_days or 0)
    return due_date(request.counted_from, Limit(days, "working"), calendar, stops(request))


def lamp_of(request: InfoRequest, today: date, calendar: Calendar) -> tuple[Lamp | None, str]:
    """The lamp and, in words, what is left; none when nothing runs any more."""
    if request.state not in OPEN:
        return None, ""
    period = running(request, calendar)
    waits = request.state == RequestState.SUPPLEMENTING
    stopped = waits or any(one.ended_on is None and one.due and today <= one.due for one in request.third_parties.all())
    lamp = lamp_for(today, promise_due=None, statutory_due=period.due, amber_on=amber_from(period), stopped=stopped)
    if lamp == Lamp.BLUE:
        return lamp, _("等待申请人补正") if waits else _("正在征求意见")
    left = period.left(today) or -workdays_between(period.due, today, calendar)
    return lamp, days_in_words(today, period.due, left)
