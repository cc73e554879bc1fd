"""What has happened to a case, read from its announced facts: the timeline's and the 409 page's only source."""


from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.events import RuleBroken
from applications.models import Application
from hall.clock import SHANGHAI
from hall.events.announcements import kind_of, label_of
from hall.events.models import Event


def events_of(application: Application) -> QuerySet[Event]:
    """Every fact of the case, oldest first."""
    return Event.objects.filter(subject_uid=application.uid).order_by("version")


def happened_since(application: Application, version: int) -> list[str]:
    """Sentences for a person whose page was older than the case: who did what, and when."""
    since = events_of(application).filter(version__gt=version).exclude(kind=kind_of(RuleBroken))
    return [sentence(event) for event in since]


def sentence(event: Event) -> str:
    words: dict[str, Any] = {
        "who": event.actor_name or _("系统"),
        "what": label_of(event.kind),
        "when": event.happened_at.astimezone(SHANGHAI).strftime("%m-%d %H:%M"),
    }
    return _("%(when)s %(who)s：%(what)s") % words
