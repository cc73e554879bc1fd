"""What a department was asked: the question and the chosen materials, and nothing else of the case."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications import deadlines
from applications.models import Material, OpinionRequest
from applications.rules import Visitor, may_answer
from hall.clock import local_date
from hall.errors import NotFound
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for


def asked_of(user: Visitor, uid: UUID) -> OpinionRequest:
    """Raises NotFound for whoever does not examine at the department that was asked."""
    related = ["department__hall", "handling__department", "application"]
    found = OpinionRequest.objects.select_related(*related).filter(uid=uid).first()
    if found is None or not may_answer(user, found):
        raise NotFound(_("没有找到这件征求意见。"))
    return found


def waits(asked: OpinionRequest) -> bool:
    """Whether an answer is still of use."""
    return asked.is_open and asked.handling.is_open


def materials_shown(asked: OpinionRequest) -> QuerySet[Material]:
    """Those chosen for the question, while it waits for its answer."""
    chosen = [one["uid"] for one in asked.materials] if waits(asked) else []
    return Material.objects.select_related("file").filter(application=asked.application, uid__in=chosen)


def due_of(asked: OpinionRequest) -> date:
    """Its own working days, by the calendar of the department that was asked."""
    calendar = calendar_for(asked.department.hall.code)
    return deadlines.period_of(local_date(asked.asked_at), Limit(asked.days, "working"), calendar).due
