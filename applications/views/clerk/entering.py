"""Coming to the desk: who may, and at which hall."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from applications.queries.desk.duties import places_of
from hall.accounts.models import User
from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.errors import NotAllowed
from hall.organisations.models import Hall


def clerk_of(request: HttpRequest) -> User:
    """Raises NotAllowed for whoever holds no case-working post."""
    user = signed_in(request)
    if not places_of(user):
        raise NotAllowed(_("工作台只对承担受理、审查、决定或者制证送达岗位的工作人员开放。"))
    return user


def note_reading(request: HttpRequest, user: User, *, action: str, hall: Hall, shown: Iterable[UUID]) -> None:
    """One audit row for each page read, naming every case whose data it showed (个人信息保护法 Art. 51)."""
    cases = list(dict.fromkeys(shown))
    subject = cases[0] if len(cases) == 1 else None
    record(action, actor=actor_of(user), hall_code=hall.code, subject_uid=subject, shown=cases)

