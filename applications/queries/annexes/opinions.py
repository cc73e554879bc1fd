"""Opinions asked of other departments: what this part asked, by when, and what was answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from applications.models import Handling, OpinionRequest, Room
from applications.queries.annexes.annex import Annex
from applications.queries.opinions import due_of
from hall.clock import today


@dataclass(frozen=True, slots=True)
class Asked:
    request: OpinionRequest
    due: date

    @property
    def is_late(self) -> bool:
        return self.request.is_open and today() > self.due


def for_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.OPINION):
        return None
    asked = list(_asked(handling))
    title = _("征求其他部门意见")
    return Annex("opinions-asked", title, "applications/annexes/opinions.html", asked) if asked else None


def _asked(handling: Handling) -> Iterator[Asked]:
    for one in handling.opinion_requests.select_related("department__hall"):
        yield Asked(one, due_of(one))
