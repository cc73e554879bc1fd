"""Mandates between the people of the cast, given by the real deed.

mandate = mandate_of("qingquan", agent="liyinuo")          # everything, for a year
handling = received_by_agent(mandate)                      # filed by the agent, with the power of attorney
"""

from datetime import timedelta
from typing import Any

from applications.actions.mandates import give_mandate
from applications.actions.materials import hand_in
from applications.actions.start import start
from applications.actions.submit import submit
from applications.models import Application
from hall.accounts.demo import build_applicants
from hall.accounts.mandates import Power
from hall.accounts.models import Mandate, RealNameLevel, Scope, User
from hall.clock import today
from hall.organisations.models import Hall
from tests.factories.answers import answers_for, pdf
from tests.factories.cases import PUBLIC_PLACE, fill_in, fresh, offering
from tests.factories.snapshots import kept


@kept
def person(username: str, level: RealNameLevel | None = None) -> User:
    """One of the cast; an organisation is known at the level at which it may give mandates."""
    user = build_applicants(only=[username])[username]
    wanted = level if level is not None else RealNameLevel.THIRD if user.uscc else None
    if wanted is not None and user.real_name_level != wanted:
        user.real_name_level = wanted
        user.save(update_fields=["real_name_level"])
    return user


def power(scope: Scope = Scope.ALL, *, begins: int = 0, days: int = 365, **changes: Any) -> Power:
    return Power(scope, today() + timedelta(days=begins), today() + timedelta(days=begins + days), **changes)


@kept
def mandate_of(principal: str = "qingquan", *, agent: str = "liyinuo", granted: Power | None = None) -> Mandate:
    whom = person(agent)
    return give_mandate(
        person(principal),
        agent_name=whom.name,
        agent_number=whom.id_number,
        power=granted or power(),
        hall=Hall.objects.get(code="500103"),
    )


@kept
def draft_by_agent(mandate: Mandate, item: str = PUBLIC_PLACE, *, hall: str = "500103", **answers: Any) -> Application:
    """Filled in by the agent, with every material and the power of attorney."""
    agent = mandate.agent
    draft = start(agent, offering(item, hall=hall), division_code=hall, mandate=mandate)
    fill_in(draft, agent, answers_for(draft.spec, **answers))
    for material in draft.spec.materials:
        hand_in(draft.uid, agent, material.key, pdf())
    return Application.objects.get(pk=draft.pk)


@kept
def received_by_agent(mandate: Mandate, item: str = PUBLIC_PLACE, **asked: Any) -> Any:
    draft = draft_by_agent(mandate, item, **asked)
    return fresh(submit(draft.uid, mandate.agent, truth_stated=True).handlings.get())
