"""The halls of the city, each with the address under which it can always be reached."""

from dataclasses import dataclass

from hall.organisations.addresses import path_prefix
from hall.organisations.remembered import halls_open_today


@dataclass(frozen=True, slots=True)
class Place:
    """A hall as a link: the short name of its division, and the kind of division it is."""

    name: str
    kind: str
    code: str
    url: str
    is_city: bool


def places() -> list[Place]:
    return [
        Place(hall.division.short_name, hall.division.kind, hall.code, path_prefix(hall), hall.is_city)
        for hall in halls_open_today()
    ]
