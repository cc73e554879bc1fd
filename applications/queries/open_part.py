"""The part of a case in which work goes on now."""

from applications.models import OPEN, Application, Handling, Role
from hall.organisations.remembered import department_by_id


def open_part(application: Application) -> Handling | None:
    """The open lead, with its case, hall and department beside it."""
    handling = application.handlings.filter(state__in=OPEN, role=Role.LEAD).first()
    if handling is not None:
        handling.application = application
        handling.department = department_by_id(handling.department_id)
        handling.hall = handling.department.hall
    return handling
