"""For whom somebody may apply, and whether they still act in a case (行政许可法 Art. 29). No agent, no query."""

from applications.lifecycle import UNDECIDED, CaseState
from applications.models import Application
from hall.accounts.mandates import held_by
from hall.accounts.models import Mandate, User
from hall.catalogue.models import Offering
from hall.clock import today


def represented(application: Application) -> bool:
    """Whether the case has an agent whose mandate holds today."""
    if application.mandate_id is None:
        return False
    return Mandate.objects.in_force(today()).filter(pk=application.mandate_id).exists()


def may_have_agent(application: Application) -> bool:
    """While there is something left to do or to receive in it."""
    return application.state in [*UNDECIDED, CaseState.DECIDED]


def mandates_for(user: User, offering: Offering) -> list[Mandate]:
    """By which of the mandates that the user holds this item could be applied for."""
    if not offering.version.spec.agent_allowed:
        return []
    held = held_by(user).select_related("principal")
    return [one for one in held if one.covers(offering.catalog_code)]
