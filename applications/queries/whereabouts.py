"""Which hall and which department a level and a word of an item file mean for one case."""

from django.utils.translation import gettext as _

from applications.models import Application
from hall.catalogue.spec import Level
from hall.clock import today
from hall.errors import Invalid
from hall.organisations.kinds import canonical_kind
from hall.organisations.models import Department, Division, Hall
from hall.organisations.queries import city_hall, serving_hall


def hall_at(application: Application, level: Level) -> Hall:
    """The city's hall, or that of the division to which the case belongs. Raises Invalid where there is none."""
    if level == "city":
        return city_hall()
    if not application.hall.is_city:
        return application.hall
    division = Division.objects.select_related("successor").filter(code=application.division_code).first()
    found = serving_hall(division, today()) if division and division.code != application.hall.code else None
    if found is None:
        raise _unknown()
    return found


def department_at(application: Application, level: Level, kind: str) -> Department:
    """The department of this kind at that level. Raises Invalid where there is none."""
    hall = hall_at(application, level)
    found = Department.objects.select_related("hall").filter(hall=hall, kind=canonical_kind(kind)).first()
    if found is None:
        raise _unknown()
    return found


def _unknown() -> Invalid:
    problem = _("这一级没有这类部门，请重新选择。")
    return Invalid(problem, fields={"department": [problem]})
