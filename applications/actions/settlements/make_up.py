"""A tolerated material is reminded of before it is due, and noted as missed after (容缺后补, domain.md §1.5).

Missing it decides nothing: a grant waits until it is made up, and a person may deny for its lack.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from applications import deadlines
from applications.events import MakeUpMissed, MakeUpReminded
from applications.models import Application, Tolerance
from applications.queries.moments import next_moment
from applications.queries.promises import outstanding
from hall.accounts.deeds import announce
from hall.clock import now
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.workdays.wording import whole_day

MAKE_UP = Kind("applications.make_up", _("容缺材料补交提醒"))


def remind_of_make_up(application: Application, moment: datetime) -> None:
    """Tell the applicant once for each material."""
    for one in outstanding(application):
        if one.due and one.reminded_at is None and deadlines.remind_at(one.due) <= moment:
            one.reminded_at = now()
            one.save(update_fields=["reminded_at"])
            _tell(application, one)
            application.settle_at = next_moment(application)
            announce(application, MakeUpReminded(due=one.due), by=None)


def note_missed_make_up(application: Application, moment: datetime) -> None:
    for one in outstanding(application):
        if one.due and one.missed_at is None and deadlines.moment_after(one.due) <= moment:
            one.missed_at = now()
            one.save(update_fields=["missed_at"])
            application.settle_at = next_moment(application)
            announce(application, MakeUpMissed(tolerance=one.uid), by=None)


def _tell(application: Application, one: Tolerance) -> None:
    assert one.due is not None
    text = "“{name}”请在{due}前补交，逾期的后果：{consequence}"
    notify(
        application.applicant,
        MAKE_UP,
        text.format(name=one.name, due=whole_day(one.due), consequence=one.consequence),
        key=f"make_up:{one.uid}",
        hall=application.hall,
        route="apply:case",
        subject_uid=application.uid,
    )
