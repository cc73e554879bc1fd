"""Questions to the applicant and their answers: each agency sees its own, the applicant all (Art. 35)."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, Room
from applications.queries.annexes.annex import Annex

TEMPLATE = "applications/annexes/inquiries.html"


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.INQUIRY):
        return None
    found = list(handling.inquiries.all())
    return Annex("inquiries", _("询问"), TEMPLATE, found) if found else None


def of_case(application: Application) -> Annex | None:
    if not application.has_been_in(Room.INQUIRY):
        return None
    return Annex("inquiries", _("询问"), TEMPLATE, list(application.inquiries.all()))
