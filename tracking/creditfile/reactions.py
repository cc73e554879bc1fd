"""What the credit platform is owed by the facts of disclosures and licences."""

from applications.events import LicenceIssued, LicenceMoved
from applications.models import Licence
from hall.events.announcements import on
from hall.events.models import Event
from tracking.creditfile.actions.waiting import owe
from tracking.disclosure.actions.follow_licence import published_of
from tracking.disclosure.events import Corrected, Published, PublishedAgain, TakenBack
from tracking.disclosure.models import Disclosure


@on(Published)
@on(Corrected)
@on(TakenBack)
@on(PublishedAgain)
def owe_published(event: Event) -> None:
    owe(Disclosure.objects.select_related("hall").get(uid=event.subject_uid))


@on(LicenceMoved)
def owe_moved(event: Event) -> None:
    """Withdrawn, revoked, struck off: the platform has to hear that it holds no more."""
    licence = Licence.objects.select_related("application").get(uid=event.subject_uid)
    for disclosure in published_of(licence).select_related("hall"):
        owe(disclosure)


@on(LicenceIssued)
def owe_issued(event: Event) -> None:
    """The certificate made after the publication adds its number."""
    published = Disclosure.objects.select_related("hall").filter(application_uid=event.subject_uid)
    for disclosure in published.exclude(record_uid=None):
        owe(disclosure)
