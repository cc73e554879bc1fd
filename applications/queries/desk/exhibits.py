"""The files that an agency put to the record, for those who may open them (行政许可法 Art. 35)."""

from django.db.models import Q, QuerySet

from applications.models import Exhibit, Handling
from applications.queries.desk.opening import package_from_below


def exhibits_seen(handling: Handling) -> QuerySet[Exhibit]:
    """The handling's own; above, also those that came with its package, and no other of the agency below."""
    seen = Q(handling=handling)
    if package := package_from_below(handling):
        seen |= Q(uid__in=[one["uid"] for one in package.supplements])
    return Exhibit.objects.select_related("file").filter(seen)
