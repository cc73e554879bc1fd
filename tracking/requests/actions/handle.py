"""The organ's deeds before the answer: confirm, ask for a supplement, extend (条例 Art. 30, 31, 33)."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete
from tracking.requests import wording
from tracking.requests.actions.locking import locked, refuse_barred
from tracking.requests.actions.papers import draft
from tracking.requests.actions.receiving import received
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import RequestExtended, SupplementAsked
from tracking.requests.kinds import PaperKind
from tracking.requests.models import InfoRequest


def confirm(uid: UUID, user: User, *, seen: int) -> InfoRequest:
    """Confirm the receipt; the period to answer begins today."""
    with locked(uid, seen=seen) as request:
        refuse_barred("confirm", user, request)
        received(request, today(), by=user)
        return request


def ask_supplement(uid: UUID, user: User, *, seen: int, asked: str, days: int) -> InfoRequest:
    """Once, within seven working days of receipt, with a reasonable period in working days (条例 Art. 30)."""
    with locked(uid, seen=seen) as request:
        refuse_barred("supplement", user, request)
        request.ask_supplement()
        require(asked=asked)
        request.supplement_asked, request.supplement_days = asked.strip(), days
        request.supplement_asked_on = today()
        count(request)
        announce(request, SupplementAsked(), by=user)
        tell(request, "supplement")
        draft(request, PaperKind.SUPPLEMENT, lambda: wording.supplement(request, request.due), officer=user.name)
        return request


def extend(uid: UUID, user: User, *, seen: int, reason: str) -> InfoRequest:
    """Twenty working days more, once, agreed by the head and told before the first ones end (条例 Art. 33)."""
    with locked(uid, seen=seen) as request:
        refuse_barred("extend", user, request)
        request.extend()
        require(reason=reason)
        request.extended_on, request.extension_reason, request.extended_by_name = today(), reason.strip(), user.name
        count(request)
        announce(request, RequestExtended(), by=user)
        tell(request, "extended")
        draft(request, PaperKind.EXTENSION, lambda: wording.extension(request, request.due), officer=user.name)
        return request


def require(**texts: str) -> None:
    """Each of these is written; raises Incomplete with all that are missing."""
    missing: Mapping[str, list[str]] = {name: [_("请填写。")] for name, text in texts.items() if not text.strip()}
    if missing:
        raise Incomplete(_("还有内容没有填写。"), fields=missing)
