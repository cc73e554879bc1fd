"""Who reads what is late now: supervisors, of their own halls. The figures themselves are everybody's."""

from django.db.models import QuerySet

from hall.accounts.models import Duty
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of
from hall.organisations.models import Hall


def halls_of(user: Visitor) -> QuerySet[Hall]:
    return Hall.objects.filter(pk__in=departments_of(user, Duty.SUPERVISOR).values("hall")).order_by("code")


def may_supervise(user: Visitor, hall: Hall) -> bool:
    """The same for one."""
    return halls_of(user).filter(pk=hall.pk).exists()
