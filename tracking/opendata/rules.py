"""Who opens a data set: one assesses, another reviews (条例 Art. 17; 保密法 Art. 35, 36)."""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.models import Duty, User
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of
from hall.organisations.models import Hall
from tracking.opendata.models import DataSet

DUTIES = [Duty.DISCLOSER, Duty.SECRECY]


def halls_of(user: Visitor) -> QuerySet[Hall]:
    """The halls whose data sets the visitor assesses or reviews."""
    return Hall.objects.filter(pk__in=departments_of(user, *DUTIES).values("hall")).order_by("code")


def visible_to(user: Visitor) -> QuerySet[DataSet]:
    return DataSet.objects.filter(hall__in=halls_of(user))


def assessing_bar(user: User, hall: Hall) -> Promise | None:
    if departments_of(user, Duty.DISCLOSER).filter(hall=hall).exists():
        return None
    return _("数据集由本大厅的公示起草人员评估和送审。")


def reviewing_bar(user: User, data_set: DataSet) -> Promise | None:
    if not departments_of(user, Duty.SECRECY).filter(hall=data_set.hall).exists():
        return _("汇聚审查由本大厅的保密审查人员办理。")
    if user.uid == data_set.drafter_uid:
        return _("您起草了评估，不能再审查，请由他人办理。")
    return None
