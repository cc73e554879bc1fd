"""A material that is still to follow keeps a grant waiting, a false promise excludes it (domain.md §1.5)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling
from applications.queries.promises import commitments_of, outstanding


def hindrance(handling: Handling, granting: bool) -> Iterator[str]:
    """Neither stands in the way of a denial."""
    if not granting:
        return
    for one in outstanding(handling.application):
        if not one.grant_first:
            yield _("容缺的材料“%(name)s”还没有补交") % {"name": one.name}
    for promise in commitments_of(handling.application):
        if promise.is_false:
            yield _("就“%(name)s”作出的承诺经核查不实，不能准予许可") % {"name": promise.name}
