"""What waits at the desk for this person beside the open steps, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from applications.models import OPEN, Errand, Matter
from hall.accounts.models import User
from hall.clock import today

SHOWN = 30
OF_LICENCES = [Matter.SIGN_INSPECTION, Matter.CHECK_MENDED, Matter.STRIKE_OFF]
OF_CLOCKS = [Matter.ANSWER_EXTENSION, Matter.ANSWER_SUSPENSION, Matter.ASSIGN_TESTERS]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One errand as the desk lists it."""

    errand: Errand
    title: str
    case_no: str
    item: str
    due: date | None

    @property
    def is_late(self) -> bool:
        return self.due is not None and today() > self.due

    @property
    def of_licence(self) -> UUID | None:
        """What is done about a licence has the licence's page; its case is over."""
        if self.errand.matter not in OF_LICENCES:
            return None
        licence: UUID = self.errand.application.licence.uid
        return licence

    @property
    def is_violation(self) -> bool:
        return self.errand.matter == Matter.ANSWER_VIOLATION

    @property
    def is_question(self) -> bool:
        """Whoever is asked for an opinion has a page of its own, never the case's."""
        return self.errand.matter == Matter.GIVE_OPINION


def errands_for(user: User, departments: Iterable[int]) -> list[Waiting]:
    """Open errands of the duties held at these departments, capped: the rest follows as these are done."""
    here = set(departments)
    mine = [Q(department_id=place, duty=duty) for duty, place in sorted(user.duties_held) if place in here]
    if not mine:
        return []
    asked = mine[0]
    for one in mine[1:]:
        asked |= one
    # What was asked of a clock is moot once it runs no more, however the agency's part ended.
    moot = Q(matter__in=OF_CLOCKS) & ~Q(handling__state__in=OPEN)
    found = Errand.objects.filter(asked, done_at=None).exclude(moot)
    found = found.select_related("application__offering", "application__licence", "handling")
    order = (F("due").asc(nulls_last=True), "id")
    return [_waiting(errand) for errand in found.order_by(*order)[:SHOWN]]


def _waiting(errand: Errand) -> Waiting:
    application = errand.application
    title = str(errand.get_matter_display())
    return Waiting(errand, title, application.case_no or "", application.offering.name, errand.due)
