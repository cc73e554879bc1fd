"""Settling every licence whose moment has passed: the beat calls it, and readers before they list."""

from uuid import UUID

from django.db import transaction

from applications.actions.licence_locking import hold_licence
from applications.actions.licence_settling import settle_licence
from applications.models import Licence
from hall.clock import now


@transaction.atomic
def settle_one_licence(uid: UUID) -> bool:
    """Safe to run twice and beside any deed."""
    return settle_licence(hold_licence(uid))


def settle_licences(limit: int = 200) -> int:
    due = Licence.objects.filter(settle_at__lte=now()).order_by("settle_at")
    return sum(settle_one_licence(uid) for uid in list(due.values_list("uid", flat=True)[:limit]))
