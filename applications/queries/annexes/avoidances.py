"""Who keeps out of a handling and why (回避); the applicant reads the answer to what they asked."""

from django.utils.translation import gettext as _

from applications.models import Application, Avoidance, Handling, Origin, Room
from applications.queries.annexes.annex import Annex


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.CONFLICT):
        return None
    found = list(handling.avoidances.all())
    return Annex("avoidances", _("回避"), "applications/annexes/avoidances.html", found) if found else None


def of_case(application: Application) -> Annex | None:
    if not application.has_been_in(Room.CONFLICT):
        return None
    asked = list(Avoidance.objects.filter(handling__application=application, origin=Origin.ASKED))
    return Annex("avoidances", _("回避"), "applications/annexes/own_avoidances.html", asked) if asked else None
