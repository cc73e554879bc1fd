"""Requests in clearly unreasonable number: why, not handled, or answered later (政府信息公开条例 Art. 35).

What number is too many, how long the reasons are waited for and how far an answer may be put off at most is not in the
law and is configured; that it is unreasonable the organ says in words, each time.
"""

from functools import partial
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from applications.queries.case_facts import organ_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Invalid
from hall.workdays.calendars import calendar_for
from tracking.requests import wording
from tracking.requests.actions.handle import require
from tracking.requests.actions.locking import locked, refuse_barred
from tracking.requests.actions.papers import draft
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import AnswerDelayed, ReasonsAsked, RequestUnhandled
from tracking.requests.kinds import PaperKind
from tracking.requests.limits import reasons_until
from tracking.requests.models import InfoRequest
from tracking.requests.queries import so_many


def ask_reasons(uid: UUID, user: User, *, seen: int, asked: str) -> InfoRequest:
    """Once, of an applicant with very many requests; ``asked`` says what of them is clearly unreasonable."""
    with locked(uid, seen=seen) as request:
        refuse_barred("reasons", user, request)
        request.ask_reasons()
        require(asked=asked)
        request.reasons_asked, request.reasons_asked_on, request.reasons_asked_by = asked.strip(), today(), user.uid
        until = reasons_until(request, calendar_for(request.hall.code))
        assert until is not None
        number, since = so_many(request)
        announce(request, ReasonsAsked(), by=user)
        tell(request, "reasons")
        draft(
            request, PaperKind.REASONS, partial(wording.reasons, request, number, since, until), officer=user.name
        )
        return request


def leave_unhandled(uid: UUID, user: User, *, seen: int, reason: str) -> InfoRequest:
    """The reasons are not reasonable, or none came in time: the request ends, told in writing with the remedies."""
    with locked(uid, seen=seen) as request:
        refuse_barred("unhandled", user, request)
        request.leave_unhandled(at=now())
        require(reason=reason)
        request.unhandled_reason = reason.strip()
        announce(request, RequestUnhandled(), by=user)
        tell(request, "unhandled")
        said = partial(wording.unhandled, request, organ_of(request.department))
        draft(request, PaperKind.UNHANDLED, said, officer=user.name)
        return request


def delay(uid: UUID, user: User, *, seen: int, days: int, reason: str) -> InfoRequest:
    """The reasons are reasonable, but the period is too short: so many working days more, once, told before it ends."""
    with locked(uid, seen=seen) as request:
        refuse_barred("delay", user, request)
        request.delay()
        require(reason=reason)
        most = settings.HALL_REQUEST_DELAY_MOST_DAYS
        if not 1 <= days <= most:
            problem = _("延迟答复的期限是一至%(most)d个工作日。") % {"most": most}
            raise Invalid(problem, fields={"days": [problem]})
        request.delayed_on, request.delay_days, request.delay_reason = today(), days, reason.strip()
        count(request)
        announce(request, AnswerDelayed(), by=user)
        tell(request, "delayed")
        draft(request, PaperKind.DELAY, lambda: wording.delay(request, request.due), officer=user.name)
        return request
