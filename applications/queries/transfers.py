"""Where a case may be transferred to (移送): the other halls in which an agency offers the same item."""

from applications.models import Handling
from hall.organisations.remembered import halls_open_today


def targets_of(handling: Handling) -> list[tuple[str, str]]:
    """Code and name of each, by the item's own entry of who offers it; the deed asks the offerings themselves."""
    offers = handling.application.spec.content.get("offered_by", ())
    divisions = {offer["level"]: offer.get("divisions", "all") for offer in offers}
    return [
        (hall.code, hall.name)
        for hall in halls_open_today()
        if hall.pk != handling.hall_id and _offered(divisions.get(hall.level), hall.code)
    ]


def _offered(divisions: object, code: str) -> bool:
    return divisions == "all" or (isinstance(divisions, list) and code in divisions)
