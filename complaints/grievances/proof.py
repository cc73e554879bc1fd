"""Number and query code instead of an account: limited across processes, and silent on whether a number exists."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from complaints.grievances.models import Grievance
from hall.crypto.digests import same_secret
from hall.errors import NotFound
from hall.numbering.codes import read_code
from hall.throttling.spending import spend

_SHOWN = "grievances_shown"
# Compared when there is no such number, so that both answers cost the same.
_NOBODY = "0" * 64


def prove(request: HttpRequest, number: str, code: str) -> Grievance:
    """The one that number and code name together; raises the same NotFound whichever of the two is wrong."""
    number, code = read_code(number), read_code(code)
    spend("grievance-address", request.META.get("REMOTE_ADDR", ""), limit=30, period=3600)
    spend("grievance-number", number, limit=10, period=3600)
    found = Grievance.objects.select_related("hall").filter(number=number).first()
    if not same_secret(code, found.query_code_index if found else _NOBODY) or found is None:
        raise NotFound(_("受理编号或者查询码不正确，请核对后重试。"))
    remember(request, found.uid)
    return found


def remember(request: HttpRequest, uid: UUID) -> None:
    """Show it for the rest of this visit."""
    shown = request.session.get(_SHOWN, [])
    request.session[_SHOWN] = [*shown[-9:], str(uid)]


def is_proven(request: HttpRequest, uid: UUID) -> bool:
    return str(uid) in request.session.get(_SHOWN, [])
