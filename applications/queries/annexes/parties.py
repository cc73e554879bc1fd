"""Who is heard, until when, and what they said: all of it for the clerk, their own side for the applicant (Art. 36)."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, InterestedParty, Room
from applications.queries.annexes.annex import Annex
from applications.queries.parties import heard_in, own_side


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.PARTIES):
        return None
    sides = heard_in(handling)
    content = {"sides": sides, "handling": handling}
    return Annex("parties", _("陈述和申辩"), "applications/annexes/parties.html", content) if sides else None


def of_case(application: Application) -> Annex | None:
    """The applicant learns that others are heard, not who they are or what they said."""
    if not application.has_been_in(Room.PARTIES):
        return None
    told = InterestedParty.objects.filter(handling__application=application, is_applicant=True)
    party = told.select_related("handling__department__hall").order_by("-id").first()
    if party is None:
        return None
    handling = party.handling
    handling.hall = handling.department.hall
    others = handling.parties.filter(is_applicant=False).count()
    content = {"side": own_side(handling), "others": others}
    return Annex("parties", _("陈述和申辩"), "applications/annexes/own_parties.html", content)
