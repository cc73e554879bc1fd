"""What is offered where. Lists go through one hall, published entries first, by keyset; drafts show in the demo only."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from hall.catalogue.models import Offering
from hall.clock import today
from hall.errors import NotFound
from hall.organisations.models import Hall

PAGE = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visitor asked of the list; empty means everything."""

    q: str = ""
    audience: str = ""
    topic: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of offerings; the cursors are empty at the ends."""

    offerings: list[Offering] = field(default_factory=list)
    after: str = ""
    before: str = ""


def visible() -> QuerySet[Offering]:
    """What the public may see: published entries, and in the demo the drafts, greyed."""
    offered = Offering.objects.filter(withdrawn_on__isnull=True)
    return offered if settings.HALL_DEMO else offered.filter(published=True)


def offerings_of(hall: Hall, wanted: Wanted = Wanted()) -> QuerySet[Offering]:  # noqa: B008 - frozen
    """The entries of one hall that answer the wish."""
    found = visible().filter(hall=hall)
    if wanted.audience:
        found = found.filter(audiences__contains=[wanted.audience])
    if wanted.topic:
        found = found.filter(topics__contains=[wanted.topic])
    if wanted.department:
        found = found.filter(department_kind=wanted.department)
    # Every word must occur; within one hall there are hundreds of rows, so a scan is quick.
    for word in wanted.q.split()[:8]:
        found = found.filter(Q(search_text__icontains=word) | Q(task_code=word))
    return found
