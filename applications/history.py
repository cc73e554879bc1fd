"""What has happened to a case or a licence, read from its facts: the timeline's and the 409 page's only source."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.events import LicenceMoved, RuleBroken
from applications.models import Application, EntryKind, Licence
from hall.clock import SHANGHAI
from hall.events.announcements import kind_of, label_of
from hall.events.models import Event


def events_of(subject: Application | Licence) -> QuerySet[Event]:
    """Every fact of it, oldest first."""
    return Event.objects.filter(subject_uid=subject.uid).order_by("version")


def happened_since(subject: Application | Licence, version: int) -> list[str]:
    """Sentences for a person whose page was older than what it shows: who did what, and when."""
    since = events_of(subject).filter(version__gt=version).exclude(kind=kind_of(RuleBroken))
    return [sentence(event) for event in since]


def sentence(event: Event) -> str:
    words: dict[str, Any] = {
        "who": event.actor_name or _("系统"),
        "what": _what(event),
        "when": event.happened_at.astimezone(SHANGHAI).strftime("%m-%d %H:%M"),
    }
    return _("%(when)s %(who)s：%(what)s") % words


def _what(event: Event) -> str:
    """A licence is moved in one kind of fact, which says how."""
    label = label_of(event.kind)
    if event.kind != kind_of(LicenceMoved):
        return label
    return _("%(what)s（%(how)s）") % {"what": label, "how": EntryKind(event.payload["kind"]).label}
