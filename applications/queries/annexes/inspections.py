"""Inspections on the page: the clerk sees all of it, the applicant who came, when, and what was concluded."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, Inspection, Room
from applications.queries.annexes.annex import Annex
from applications.queries.exhibits import exhibits_of


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.INSPECTION):
        return None
    inspections = list(handling.inspections.all())
    files = exhibits_of(one.uid for one in inspections)
    shown = [(one, files.get(one.uid, [])) for one in inspections]
    content = {"inspections": shown, "handling": handling}
    return Annex("inspections", _("核查"), "applications/annexes/inspections.html", content) if shown else None


def of_case(application: Application) -> Annex | None:
    """Photographs and facts stay with the agency; the record itself is among the papers."""
    if not application.has_been_in(Room.INSPECTION):
        return None
    inspections = list(Inspection.objects.filter(handling__application=application))
    return Annex("inspections", _("核查"), "applications/annexes/own_inspections.html", inspections)
