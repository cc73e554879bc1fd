"""Each published rule with its outcome, and who handles the case instead: for the clerk and the applicant alike."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from applications.models import Application, AutomaticCheck, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.automatic import may_be_settled
from applications.queries.moments import automatic_decision
from hall.catalogue.spec import said


@dataclass(frozen=True, slots=True)
class Automatic:
    """``check`` once it is settled; before that ``rules`` as published and the moment at which they are applied."""

    check: AutomaticCheck | None
    rules: list[str]
    at: datetime | None


def of_handling(handling: Handling) -> Annex | None:
    return None if handling.is_upper else of_case(handling.application)


def of_case(application: Application) -> Annex | None:
    automatic = application.spec.automatic
    if automatic is None:
        return None
    check = AutomaticCheck.objects.filter(application=application).first() if _was_in(application) else None
    if check is None and not may_be_settled(application):
        return None
    content = Automatic(check, [said(one.text) for one in automatic.rules], automatic_decision(application))
    return Annex("automatic", _("自动审批"), "applications/annexes/automatic.html", content)


def _was_in(application: Application) -> bool:
    return application.has_been_in(Room.AUTOMATIC)
