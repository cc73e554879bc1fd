"""R14 (domain.md §7.4): not published within seven working days. Told to supervision once, dated by the limit.

Noticed by the beat, or by whoever opens the queue or does the next deed; nothing is decided by it, publishing is owed.
"""

from uuid import UUID

from django.db import transaction

from applications.deadlines import unpublished_too_long
from applications.events import RuleBroken
from hall.accounts.deeds import announce
from hall.clock import today
from tracking.disclosure.lifecycle import OPEN
from tracking.disclosure.models import Disclosure


def tell_late(disclosure: Disclosure) -> bool:
    """The caller holds the row; says whether it was news."""
    if disclosure.late_told or disclosure.state not in OPEN or not _unpublished_too_long(disclosure):
        return False
    disclosure.late_told = True
    told = RuleBroken(
        "R14", since=disclosure.due, number=disclosure.document_number, department=disclosure.department.uscc
    )
    announce(disclosure, told, by=None)
    return True


def _unpublished_too_long(disclosure: Disclosure) -> bool:
    return unpublished_too_long(disclosure.due, disclosure.waits, today())


def tell_all_late(limit: int = 200) -> int:
    late = Disclosure.objects.filter(state__in=OPEN, late_told=False, due__lt=today()).order_by("due")
    return sum(_tell_one(uid) for uid in list(late.values_list("uid", flat=True)[:limit]))


@transaction.atomic
def _tell_one(uid: UUID) -> bool:
    """Safe to run twice and beside any deed."""
    held = Disclosure.objects.select_for_update(of=("self",)).select_related("hall", "department")
    return tell_late(held.get(uid=uid))
