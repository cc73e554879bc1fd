"""What the law says happens by itself, settled under the case's lock at the moment it fell due.

The next reader or deed settles it, whether or not any beat ran (行政许可法 Art. 32 (4) and the other settlements).
"""

from uuid import UUID

from django.db import transaction

from applications.actions.settlements import SETTLEMENTS
from applications.models import Application
from hall.clock import now


def settle(application: Application) -> bool:
    """Bring a locked case to the state the law gives it now; says whether anything changed."""
    changed = False
    while application.settle_at is not None and application.settle_at <= now() and _settle_first(application):
        changed = True
    return changed


def _settle_first(application: Application) -> bool:
    """Act for the earliest moment that has passed; one settlement may bring the next."""
    passed = [
        (moment, number)
        for number, (of_kind, _act) in enumerate(SETTLEMENTS)
        if (moment := of_kind(application)) and moment <= now()
    ]
    if not passed:
        return False
    moment, number = min(passed)
    SETTLEMENTS[number][1](application, moment)
    return True


@transaction.atomic
def settle_one(uid: UUID) -> bool:
    """Settle one case by its uid; safe to run twice and beside any deed."""
    held = Application.objects.select_for_update(of=("self",))
    found = held.select_related("hall", "offering", "item_version", "applicant").filter(uid=uid)
    # A transfer that ended meanwhile moved the case to another offering: asked again, it is found there.
    return settle(found.first() or found.get())


def settle_due(limit: int = 200) -> int:
    """Settle every case whose moment has passed; readers call it before they list, the beat calls it as well."""
    due = Application.objects.filter(settle_at__lte=now()).order_by("settle_at")
    return sum(settle_one(uid) for uid in list(due.values_list("uid", flat=True)[:limit]))
