"""What the law says happens by itself, settled under the case's lock at the moment it fell due.

行政许可法 Art. 32 (4): with no outcome five working days after receipt, the application is accepted from the date
of receipt. The next reader or deed settles it, whether or not any beat ran.
"""

from uuid import UUID

from django.db import transaction

from applications.actions.admission import admit
from applications.lifecycle import AcceptanceMode, CaseState, HandlingState
from applications.models import Application
from applications.queries.dues import receipt_day
from hall.clock import now


def settle(application: Application) -> bool:
    """Bring a locked case to the state the law gives it now; says whether anything changed."""
    if application.settle_at is None or now() < application.settle_at:
        return False
    if application.state != CaseState.RECEIVED:
        return False
    handling = application.handlings.select_related("hall", "department").get(state=HandlingState.INTAKE)
    handling.application = application
    admit(handling, on=receipt_day(application), mode=AcceptanceMode.DEEMED, by=None)
    return True


@transaction.atomic
def settle_one(uid: UUID) -> bool:
    """Settle one case by its uid; safe to run twice and beside any deed."""
    held = Application.objects.select_for_update(of=("self",))
    return settle(held.select_related("hall", "offering", "item_version", "applicant").get(uid=uid))


def settle_due(limit: int = 200) -> int:
    """Settle every case whose moment has passed; readers call it before they list, the beat calls it as well."""
    due = Application.objects.filter(settle_at__lte=now()).order_by("settle_at")
    return sum(settle_one(uid) for uid in list(due.values_list("uid", flat=True)[:limit]))
