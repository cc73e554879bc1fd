"""Where a day of one region counts: in that region, and a day of the city in every hall of the city."""

from django.db.models import Q

from hall.workdays.models import NATION

_WHOLE = "0000"


def halls_of(region: str, column: str) -> Q:
    """The halls in whose calendar a day of ``region`` stands; ``column`` is the path to the hall's code."""
    if region == NATION:
        return Q()
    if region.endswith(_WHOLE):
        return Q(**{f"{column}__startswith": region.removesuffix(_WHOLE)})
    return Q(**{column: region})
