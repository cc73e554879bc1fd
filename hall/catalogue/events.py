"""What the catalogue announces: codes and numbers only."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement

# Each version is its own subject: first it is published, then it is retired.
PUBLISHED_FIRST = 1
RETIRED_SECOND = 2


@dataclass(frozen=True)
class ItemPublished(Announcement):
    """A version is offered from now on; running cases keep theirs."""

    catalog_code: str
    number: int

    label = _("事项发布")


@dataclass(frozen=True)
class ItemRetired(Announcement):
    """A version takes no new applications any more."""

    catalog_code: str
    number: int

    label = _("事项停用")
