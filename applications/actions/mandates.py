"""Letting somebody act for oneself, and ending it (行政许可法 Art. 29): both sides are told in their space.

What the agent began and did not file stays with the principal, who is the applicant. Locks go from the case to its
mandate, here as in filing.
"""

from contextlib import suppress
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.lifecycle import CaseState
from applications.models import Application
from hall.accounts import mandates
from hall.accounts.models import EndedBy, Mandate, User
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.organisations.models import Hall
from hall.workdays.wording import whole_day

MANDATE = Kind("applications.mandate", gettext_lazy("委托代理"))


@transaction.atomic
def give_mandate(
    principal: User, *, agent_name: str, agent_number: str, power: mandates.Power, hall: Hall
) -> Mandate:
    """The agent reads of it; given twice in the same words it is one mandate, told once."""
    made = mandates.grant_mandate(
        principal, agent_name=agent_name, agent_number=agent_number, power=power, hall_code=hall.code
    )
    with override("zh-hans"):
        words = {
            "principal": principal.name,
            "scope": made.get_scope_display(),
            "from": whole_day(made.valid_from),
            "to": whole_day(made.valid_to),
        }
        text = _("%(principal)s委托您代理行政许可申请（%(scope)s），期限自%(from)s至%(to)s。您可以随时辞去委托。")
        _tell(made.agent, text % words, key=f"mandate:{made.uid}", hall=hall)
    return made


@transaction.atomic
def end_mandate(uid: UUID, user: User, *, hall: Hall) -> Mandate:
    """From this moment the agent does nothing more in any case; the other side is told."""
    drafts = Application.objects.select_for_update(of=("self",)).filter(mandate__uid=uid, state=CaseState.DRAFT)
    left = list(drafts.order_by("pk"))
    mandate = mandates.end_mandate(uid, user, hall_code=hall.code)
    for draft in left:
        _leave(draft)
    with override("zh-hans"):
        revoked = mandate.ended_by == EndedBy.PRINCIPAL
        names = {"principal": mandate.principal.name, "agent": mandate.agent.name}
        text = _("%(principal)s已撤销对您的委托。") if revoked else _("%(agent)s已辞去您的委托。")
        other = mandate.agent if revoked else mandate.principal
        _tell(other, text % names, key=f"mandate:{uid}:ended", hall=hall)
    return mandate


def _leave(draft: Application) -> None:
    """The principal goes on with what was begun, unless they have begun the same themselves."""
    with suppress(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=draft.pk).update(agent=None, mandate=None, agent_name="")


def _tell(recipient: User, text: str, *, key: str, hall: Hall) -> None:
    notify(recipient, MANDATE, text, key=key, hall=hall, route="apply:mandates")
