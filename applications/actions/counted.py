"""Open cases as the calendar counts them: which a region concerns, and counting one of them again."""

from django.db.models import Exists, OuterRef

from applications.actions.recount import recount
from applications.models import ON_DESK, Application, Handling
from hall.workdays.recounting import Counted, Move
from hall.workdays.regions import halls_of


class CountedCases(Counted):
    """Cases with work left at some agency; the case's own hall counts intake and correction, the agency's the rest."""

    name = "applications"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        concerned = halls_of(region, "hall__code") | halls_of(region, "application__hall__code")
        open_parts = Handling.objects.filter(ON_DESK, concerned, application=OuterRef("pk"))
        found = Application.objects.filter(Exists(open_parts), id__gt=after).order_by("id")
        return list(found.values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        return recount(Application.objects.values_list("uid", flat=True).get(pk=key))
