"""The day of receipt (政府信息公开条例 Art. 31): over the internet, the one that both sides confirm."""

from datetime import date

from hall.accounts.deeds import announce
from hall.accounts.models import User
from tracking.requests.actions.papers import draft
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import RequestConfirmed
from tracking.requests.kinds import PaperKind
from tracking.requests.models import InfoRequest
from tracking.requests.wording import receipt


def received(request: InfoRequest, on: date, *, by: User | None) -> None:
    """The caller holds the row; ``by`` is empty where nobody confirmed in time."""
    request.confirm(on=on)
    count(request)
    announce(request, RequestConfirmed(), by=by)
    tell(request, "confirmed")
    draft(request, PaperKind.RECEIPT, lambda: receipt(request, request.due), officer=by.name if by else "")
