"""The files of a record by the row they belong to, read once for a whole page."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from applications.models import Exhibit


def exhibits_of(subjects: Iterable[UUID]) -> dict[UUID, list[Exhibit]]:
    found: dict[UUID, list[Exhibit]] = defaultdict(list)
    for one in Exhibit.objects.select_related("file").filter(subject_uid__in=list(subjects)):
        found[one.subject_uid].append(one)
    return found
