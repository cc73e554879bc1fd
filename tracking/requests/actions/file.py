"""Asking: registered at once with a number (政府信息公开条例 Art. 29); sent again it is the same request."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import NotAllowed
from hall.numbering.counters import next_value
from hall.organisations.models import Department
from hall.workdays.calendars import calendar_for
from tracking.requests.events import RequestSubmitted
from tracking.requests.limits import running
from tracking.requests.models import InfoRequest
from tracking.requests.rules import asking_bar


@dataclass(frozen=True, slots=True)
class Asked:
    """What the applicant wrote; ``token`` is of the form, so that a second click is no second request."""

    token: UUID
    department: Department
    title: str
    description: str
    form: str
    way: str
    phone: str
    postal_address: str = ""


def file(asked: Asked, user: User) -> InfoRequest:
    """Register it with the organ that made the information; raises NotAllowed without a proven identity."""
    if bar := asking_bar(user):
        raise NotAllowed(bar)
    own = InfoRequest.objects.filter(token=asked.token, applicant=user)
    try:
        with transaction.atomic():
            return own.first() or _register(asked, user)
    except IntegrityError:
        # The same form was sent twice at once.
        if found := own.first():
            return found
        raise


def _register(asked: Asked, user: User) -> InfoRequest:
    request = InfoRequest(
        hall=asked.department.hall,
        department=asked.department,
        token=asked.token,
        applicant=user,
        applicant_name=user.name,
        phone=asked.phone,
        title=asked.title,
        description=asked.description,
        form=asked.form,
        way=asked.way,
        postal_address=asked.postal_address,
    )
    request.due = running(request, calendar_for(request.hall.code)).due
    stem = f"{request.hall.code}{today():%Y%m%d}"
    request.number = f"GK{stem}{next_value('information_request', stem):04d}"
    announce(request, RequestSubmitted(), by=user)
    return request
