"""Opening the first handling of a case: at filing, or at the right agency after a transfer.

行政许可法 Art. 24: where the agency entrusted this item to another, that one handles it in its name.
"""

from applications.actions.clocks import rebuild_dues
from applications.actions.stepping import begin
from applications.lifecycle import HandlingState
from applications.models import Application, Handling
from hall.catalogue.spec import Step
from hall.clock import today
from hall.organisations.models import Department
from hall.organisations.queries import entrusted_with
from hall.organisations.remembered import department_by_id


def open_first(application: Application, *, accepted: bool = False) -> Handling:
    """In intake; ``accepted`` elsewhere already, in the step after it, with a period that begins today."""
    offering = application.offering
    competent = department_by_id(offering.department_id)
    acting = _acting(competent, offering.catalog_code)
    handling = Handling(
        application=application,
        hall=acting.hall,
        department=acting,
        in_name_of=None if acting == competent else competent,
        level=offering.level,
        state=HandlingState.EXAMINING if accepted else HandlingState.INTAKE,
        clock_from=today() if accepted else None,
    )
    first = _first(application, handling, accepted=accepted)
    handling.current_step, handling.step_kind = first.name, first.kind
    rebuild_dues(application, handling)
    begin(handling, first)
    return handling


def _acting(competent: Department, item_code: str) -> Department:
    """Whoever never entrusted anything is not asked."""
    entrusted = entrusted_with(competent, item_code, today()) if competent.entrusts else None
    return department_by_id(entrusted.pk) if entrusted else competent


def _first(application: Application, handling: Handling, *, accepted: bool) -> Step:
    steps = application.spec.steps_for(handling.level)
    if not accepted:
        return steps[0]
    return next(step for step in steps if step.name == steps[0].next)
