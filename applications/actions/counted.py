"""Open cases as the calendar counts them: which a region concerns, and counting one of them again."""

from django.db.models import Q

from applications.actions.recount import recount
from applications.models import ON_DESK, Application, Errand, Handling
from hall.workdays.recounting import Counted, Move
from hall.workdays.regions import halls_of


class CountedCases(Counted):
    """Cases with work left at some agency, with an errand that waits, or with something that happens by itself.

    The case's own hall counts intake and correction, each agency's what it has to do.
    """

    name = "applications"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        own = halls_of(region, "application__hall__code")
        on_desk = Handling.objects.filter(ON_DESK, halls_of(region, "hall__code") | own)
        waiting = Errand.objects.filter(Q(done_at=None), halls_of(region, "department__hall__code") | own)
        timed = Application.objects.filter(halls_of(region, "hall__code"), settle_at__isnull=False, id__gt=after)
        found = set(timed.order_by("id").values_list("id", flat=True)[:size])
        # Each along its own index: the first of the whole are among the first of the parts.
        for parts in (on_desk, waiting):
            ids = parts.filter(application_id__gt=after).order_by("application_id").distinct()
            found |= set(ids.values_list("application_id", flat=True)[:size])
        return sorted(found)[:size]

    def count(self, key: int) -> list[Move]:
        return recount(Application.objects.values_list("uid", flat=True).get(pk=key))
