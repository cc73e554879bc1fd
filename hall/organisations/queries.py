"""Which hall, which department, which divisions: reads only."""

from datetime import date

from django.conf import settings

from hall.clock import today
from hall.organisations.kinds import canonical_kind
from hall.organisations.models import Department, Division, Entrustment, Hall


def city_hall() -> Hall:
    return hall_by_code(settings.HALL_CITY_CODE)


def hall_by_code(code: str) -> Hall:
    return Hall.objects.select_related("division", "parent").get(code=code)


def open_halls(on: date | None = None) -> list[Hall]:
    """Every hall of a division that exists, the city first."""
    current = Division.objects.current(on or today())
    return list(Hall.objects.select_related("division", "parent").filter(division__in=current))


def serving_hall(division: Division, on: date) -> Hall | None:
    """The hall that serves ``division`` on ``on``: its own, or that of the division which took it over."""
    seen: set[str] = set()
    while not division.is_current(on) and division.successor and division.code not in seen:
        seen.add(division.code)
        division = division.successor
    if not division.is_current(on):
        return None
    return Hall.objects.select_related("division", "parent").filter(division=division).first()


def department_for(hall: Hall, kind: str) -> Department:
    """The department of ``kind`` in ``hall``, by any of the words for that kind."""
    return Department.objects.select_related("hall").get(hall=hall, kind=canonical_kind(kind))


def entrusted_with(entrusting: Department, item_code: str, on: date) -> Department | None:
    """Whom this agency lets handle the item in its name on that day (行政许可法 Art. 24)."""
    given = Entrustment.objects.in_force(on).filter(entrusting=entrusting, item_code=item_code)
    found = given.select_related("entrusted__hall").first()
    return found.entrusted if found else None
