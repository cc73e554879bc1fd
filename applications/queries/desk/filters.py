"""What a clerk may narrow the desk by; every choice stands in the address."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from applications.lifecycle import CaseState
from applications.models import Handling
from applications.rules import avoided_by
from hall.accounts.models import User
from hall.clock import today

CASE_NUMBER_LENGTH = 43


class Scope(models.TextChoices):
    MINE = "mine", _("待我办理")
    ALL = "all", _("本部门全部在办")
    FINISHED = "finished", _("已办结")


class Urgency(models.TextChoices):
    OVERDUE = "overdue", _("已过期限")
    TODAY = "today", _("今天到期")
    WEEK = "week", _("七天内到期")
    WAITING = "waiting", _("等待申请人补正")
    UNSUPPLIED = "unsupplied", _("补正逾期未交")


@dataclass(frozen=True, slots=True)
class Filters:
    """``department`` is a credit code, ``item`` a catalogue code, ``step`` a kind of step."""

    scope: str = Scope.MINE
    urgency: str = ""
    state: str = ""
    step: str = ""
    item: str = ""
    department: str = ""
    text: str = ""
    # Whose desk it is: what they avoid does not wait for them.
    user: User | None = None

    def narrow(self, found: QuerySet[Handling]) -> QuerySet[Handling]:
        conditions = [
            Q(state=self.state) if self.state else Q(),
            Q(step_kind=self.step) if self.step else Q(),
            Q(application__offering__catalog_code=self.item) if self.item else Q(),
            Q(department__uscc=self.department) if self.department else Q(),
            _pressing(self.urgency, today()),
            _named(self.text.strip()),
            ~avoided_by(self.user) if self.user and self.scope == Scope.MINE else Q(),
        ]
        return found.filter(*(one for one in conditions if one))


def _pressing(urgency: str, on: date) -> Q:
    waiting = Q(application__state=CaseState.CORRECTING)
    return {
        Urgency.OVERDUE: Q(desk_due__lt=on) & ~waiting,
        Urgency.TODAY: Q(desk_due=on) & ~waiting,
        Urgency.WEEK: Q(desk_due__range=(on, on + timedelta(days=7))) & ~waiting,
        Urgency.WAITING: waiting,
        Urgency.UNSUPPLIED: Q(desk_due__lt=on) & waiting,
    }.get(Urgency(urgency), Q()) if urgency else Q()


def _named(text: str) -> Q:
    if not text:
        return Q()
    if len(text) == CASE_NUMBER_LENGTH:
        return Q(application__case_no=text.upper())
    return Q(application__case_no__contains=text.upper()) | Q(application__applicant_name__contains=text)
