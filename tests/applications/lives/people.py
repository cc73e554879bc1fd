"""Who looks at a case: whoever holds a duty where it is handled, whoever it concerns, and strangers to it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from random import Random

from django.db.models import Q

from applications.models import Application, Conveyance
from applications.rules import NOTIFYING
from hall.accounts.models import Duty, User
from hall.numbering.demo import demo_id_card
from hall.organisations.models import Department

# People with an account of their own and no case here, one of whom may act for others.
AGENT = ("李一诺", demo_id_card("500103", date(1988, 5, 20)))
STRANGERS = ["liyinuo", "yunshang", "chenyixin"]


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


def private_people(application: Application) -> Iterator[User]:
    """The applicant, their agent, and whoever is offered the licence or a mandate."""
    yield application.applicant
    if application.agent_id and application.agent is not None:
        yield application.agent
    yield from User.objects.filter(username__in=STRANGERS, uscc__in=_offered(application))


def _offered(application: Application) -> list[str]:
    offers = Conveyance.objects.filter(licence__application=application, ended_at=None)
    return [one.to_code for one in offers]


def who_finds_violations(departments: Iterable[int], luck: Random) -> tuple[User, Department]:
    """Somebody of another department who may tell of what a licence holder did there (Art. 64)."""
    elsewhere = Department.objects.exclude(pk__in=departments).select_related("hall").order_by("pk")
    held = elsewhere.filter(posts__duty__in=NOTIFYING).distinct()
    department = luck.choice(list(held))
    wanted = {(duty, department.pk) for duty in NOTIFYING}
    return luck.choice([user for user in people_of(department.pk) if wanted & user.duties_held]), department


def stranger_to(application: Application, departments: Iterable[int], luck: Random) -> User:
    """A clerk without a post at any of these departments, or somebody with an account and no case."""
    theirs = set(departments)
    elsewhere = Department.objects.exclude(pk__in=theirs).order_by("pk").values_list("pk", flat=True)
    found = [
        user
        for user in somebody_from([luck.choice(list(elsewhere))], luck)
        if not {where for _duty, where in user.duties_held} & theirs
    ]
    # Whoever gave a mandate up may say so again.
    own = Application.objects.filter(pk=application.pk).values_list("applicant", "agent")
    concerned = Q(pk__in=[one for pair in own for one in pair if one]) | Q(uscc__in=_offered(application))
    return luck.choice([*found, *User.objects.filter(username__in=STRANGERS).exclude(concerned)])
