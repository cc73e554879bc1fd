"""Where random lives begin: five items that between them lead to every room of the procedure, and the people.

What the items say is changed where no demo item says it (a technical standard, an auction), as an item file would.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from applications.actions.accept import accept
from applications.actions.issue import issue
from applications.actions.report_up import report_up
from applications.actions.stand_ins import promise
from applications.actions.submit import submit
from applications.models import Application
from hall.accounts.demo import build_applicants
from hall.accounts.models import Duty, User
from hall.organisations.models import Department
from tests.factories import cases
from tests.factories.cases import INSTANT, LABOUR_DISPATCH, PUBLIC_PLACE, SAND_MINING, WATER_SUPPLY

ITEMS = (PUBLIC_PLACE, SAND_MINING, INSTANT, LABOUR_DISPATCH, WATER_SUPPLY)
_SAYS: dict[str, dict[str, Any]] = {
    PUBLIC_PLACE: {"technical_inspection": True},
    SAND_MINING: {"allocation": "bid_auction"},
}

# People with an account of their own and no case here.
STRANGERS = ["liyinuo", "yunshang"]


def begin_lives() -> list[list[UUID]]:
    """Where a life may begin: a draft and a case of one applicant, filed or further on."""
    for item in ITEMS:
        cases.offering(item)
        if item in _SAYS:
            cases.publish(item, **_SAYS[item])
    cases.staff_member("yz-supervisor")
    build_applicants(only=STRANGERS)
    people_of.cache_clear()
    begun = [pair for item in ITEMS for pair in _of(item)]
    # What the worker owes of these beginnings is done once and not in every life.
    cases.work()
    return begun


def _of(item: str) -> Iterator[list[UUID]]:
    """In the order in which they are made: an applicant has one draft of an item at a time."""
    late = _further_on(item)
    filed = cases.received_case(item).application.uid
    draft = cases.draft_case(item).uid
    yield [filed, draft]
    yield [late, draft]


def _further_on(item: str) -> UUID:
    """Examined; reported to the city, waiting for its signer, or with its licence in force."""
    draft = cases.draft_case(item)
    for one in draft.spec.materials:
        if one.commitment:
            promise(draft.uid, draft.applicant, key=one.key, agreed=True, signer=draft.applicant.name)
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = cases.fresh(draft.handlings.get())
    accept(handling.uid, cases.clerk(handling, "window"), seen=cases.seen(handling))
    for part in cases.joint_parts(handling).values():
        cases.join(part)
    handling = cases.examine(cases.fresh(handling))
    if item == SAND_MINING:
        report_up(handling.uid, cases.clerk(handling, "signer"), seen=cases.seen(handling), opinion=cases.OPINION)
        cases.work()
    elif item != WATER_SUPPLY:
        handling = cases.decide(handling)
        issue(handling.uid, cases.clerk(handling, "cert"), seen=cases.seen(handling))
        cases.work()
    return draft.uid


@cache
def people_of(department: int) -> tuple[User, ...]:
    """Everybody with a post there; what they hold does not change, and each knows it once asked."""
    found = User.objects.filter(posts__department=department).exclude(posts__duty=Duty.DISCLOSER)
    return tuple(found.order_by("username").distinct())


def somebody_from(departments: Iterable[int], luck: Random) -> list[User]:
    """One for each duty at each of them, in any order."""
    found = {}
    for department in sorted(set(departments)):
        for user in luck.sample(people_of(department), len(people_of(department))):
            for duty, where in user.duties_held:
                if where == department:
                    found[department, duty] = user
    return luck.sample(list(found.values()), len(found))


def stranger_to(application: Application, departments: Iterable[int], luck: Random) -> User:
    """A clerk without a post at any of these departments, or somebody with an account and no case."""
    theirs = set(departments)
    elsewhere = Department.objects.exclude(pk__in=theirs).order_by("pk").values_list("pk", flat=True)
    found = [
        user
        for user in somebody_from([luck.choice(list(elsewhere))], luck)
        if not {where for _duty, where in user.duties_held} & theirs
    ]
    others = User.objects.filter(username__in=STRANGERS).exclude(pk=application.applicant_id)
    return luck.choice([*found, *others])
