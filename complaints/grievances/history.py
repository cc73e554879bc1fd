"""What has happened to a complaint, in words. The person who wrote is never named here, though the trail knows."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.events import RuleBroken
from complaints.grievances.events import GrievanceRated, GrievanceReceived
from complaints.grievances.models import Grievance
from hall.events.announcements import kind_of, label_of
from hall.events.chronicle import events_about
from hall.events.models import Event

_BY_THE_PERSON = [kind_of(GrievanceReceived), kind_of(GrievanceRated)]


def who(event: Event) -> str:
    """Filing without a name must stay so, also for somebody who was signed in."""
    return _("提出人") if event.kind in _BY_THE_PERSON else event.actor_name


def told_of(grievance: Grievance) -> QuerySet[Event]:
    """Without what only the supervision hears of."""
    return events_about(grievance.uid).exclude(kind=kind_of(RuleBroken))


def last_sentence(grievance: Grievance) -> str:
    event = told_of(grievance).last()
    return f"{who(event)}：{label_of(event.kind)}" if event else ""
