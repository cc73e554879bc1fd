"""Letting somebody act in one case that is under way (行政许可法 Art. 29; domain.md §10.4, scope CASE).

The principal's own deed: an agent appoints nobody. What the principal states here, known by their real name, is the
written power; nothing is handed in after filing (R03).
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked
from applications.actions.mandates import give_mandate
from applications.actions.start import check_level
from applications.events import AgentAppointed
from applications.models import Application
from applications.queries.agents import may_have_agent, represented
from hall.accounts.deeds import announce
from hall.accounts.mandates import Power
from hall.accounts.models import Scope, User
from hall.clock import today
from hall.errors import NotAllowed, NotFound, WrongState
from hall.throttling.spending import spend

# The same allowance as for mandates in general: too few to try out whose numbers are known here.
TRIES, AN_HOUR = 20, 3600


def appoint_agent(
    uid: UUID, user: User, *, seen: int, agent_name: str, agent_number: str, valid_to: date
) -> Application:
    """From now until ``valid_to`` this person may do in the case what the applicant may."""
    spend("mandate", str(user.uid), limit=TRIES, period=AN_HOUR)
    with locked(uid, seen=seen) as application:
        if application.applicant_id != user.pk:
            raise NotFound(_("没有找到这个办件。"))
        if not application.spec.agent_allowed:
            raise NotAllowed(_("这个事项依法须由申请人本人办理，不能委托代理人。"))
        if not may_have_agent(application):
            raise WrongState(_("办件已经办结，不能再委托代理人。"))
        if represented(application):
            raise WrongState(_("本办件已经有代理人。需要更换的，请先在“委托代理”中撤销原来的委托。"))
        power = Power(Scope.CASE, today(), valid_to, case_uid=application.uid)
        mandate = give_mandate(
            user, agent_name=agent_name, agent_number=agent_number, power=power, hall=application.hall
        )
        check_level(mandate.agent, application.spec)
        application.mandate, application.agent = mandate, mandate.agent
        application.agent_name, application.agent_code = mandate.agent.name, mandate.agent.id_number
        application.agent_phone = mandate.agent.phone
        announce(application, AgentAppointed(mandate=mandate.uid), by=user)
        return application
