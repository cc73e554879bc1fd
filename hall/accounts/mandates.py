"""Granting a mandate and ending it (行政许可法 Art. 29; domain.md §10.4).

A legal person speaks through its legal representative, at the highest real-name level; a person for themselves.
Giving power is the principal's own act and needs no consent, but the agent may give it up at any time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hall.accounts.models import EndedBy, Kind, Mandate, RealNameLevel, Scope, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now, today
from hall.crypto import blind_index
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState

# At which real-name level an account may let somebody act for it.
LEVEL_TO_GRANT = {Kind.PERSON: RealNameLevel.SECOND, Kind.ORGANISATION: RealNameLevel.THIRD}
# Whoever acts for others is known at least as well as the usual applicant.
LEVEL_OF_AGENTS = RealNameLevel.SECOND


@dataclass(frozen=True, slots=True)
class Power:
    """What is granted: in what, for which items or which case, from when to when."""

    scope: Scope
    valid_from: date
    valid_to: date
    items: Sequence[str] = ()
    case_uid: UUID | None = None


def check_may_grant(principal: User) -> None:
    """Raises NotAllowed for staff, Incomplete below the level that the account needs."""
    needed = LEVEL_TO_GRANT.get(Kind(principal.kind))
    if needed is None:
        raise NotAllowed(_("工作人员账号不能委托代理人。"))
    if principal.real_name_level < needed:
        words = {"level": needed.label, "now": principal.get_real_name_level_display()}
        raise Incomplete(
            _("委托代理人需要实名等级“%(level)s”，您现在是“%(now)s”。请先完成实名认证。") % words,
            fields={"real_name_level": [str(int(needed))]},
        )


@transaction.atomic
def grant_mandate(
    principal: User, *, agent_name: str, agent_number: str, power: Power, hall_code: str
) -> Mandate:
    """Let the person of this name and number act for ``principal``; the same words granted twice are one mandate."""
    check_may_grant(principal)
    _check(power)
    agent = _agent(principal, agent_name, agent_number)
    words = {
        "principal": principal,
        "agent": agent,
        "scope": power.scope,
        "items": sorted(power.items),
        "case_uid": power.case_uid,
        "valid_from": power.valid_from,
        "valid_to": power.valid_to,
    }
    try:
        with transaction.atomic():
            made = Mandate.objects.create(granted_by=principal.legal_representative or principal.name, **words)
    except IntegrityError:
        return Mandate.objects.get(ended_at=None, **words)
    record("mandate.granted", actor=actor_of(principal), hall_code=hall_code, subject_uid=made.uid)
    return made


def _check(power: Power) -> None:
    problems: dict[str, list[str]] = {}
    if power.valid_to < power.valid_from or power.valid_to < today():
        problems["valid_to"] = [_("委托期限应当在开始以后、今天以后结束。")]
    if power.scope == Scope.ITEMS and not power.items:
        problems["items"] = [_("请选择委托办理的事项。")]
    if problems:
        raise Invalid(_("委托没有填写完整。"), fields=problems)


def _agent(principal: User, name: str, number: str) -> User:
    """Whoever is not there, not proven or of another name is told of alike: nobody learns who has an account."""
    found = User.objects.filter(id_number_index=blind_index(number), kind=Kind.PERSON, is_active=True).first()
    if found is None or found.name != name.strip() or found.real_name_level < LEVEL_OF_AGENTS:
        problem = _("没有找到姓名和身份证号码一致、已完成实名认证的个人账号。请核对，或者请对方先注册并完成实名认证。")
        raise Invalid(problem, fields={"agent_number": [problem]})
    if found.pk == principal.pk:
        problem = _("不能委托自己。")
        raise Invalid(problem, fields={"agent_number": [problem]})
    return found


@transaction.atomic
def end_mandate(uid: UUID, user: User, *, hall_code: str) -> Mandate:
    """Revoked by the principal or given up by the agent: from this moment nothing can be done by it.

    A second click finds it ended and changes nothing. Anybody else's mandate is as if absent.
    """
    mandate = Mandate.objects.select_for_update().filter(of_either(user), uid=uid).first()
    if mandate is None:
        raise NotFound(_("没有找到这项委托。"))
    if mandate.ended_at is None:
        mandate.ended_at = now()
        mandate.ended_by = EndedBy.PRINCIPAL if mandate.principal_id == user.pk else EndedBy.AGENT
        mandate.save(update_fields=["ended_at", "ended_by"])
        record(f"mandate.ended_by_{mandate.ended_by}", actor=actor_of(user), hall_code=hall_code, subject_uid=uid)
    return mandate


def of_either(user: User) -> Q:
    """The mandates that this account gave or holds."""
    return Q(principal=user) | Q(agent=user)


def held_by(user: User) -> QuerySet[Mandate]:
    """What this person may act by today; only people act for others."""
    if user.kind != Kind.PERSON:
        return Mandate.objects.none()
    return Mandate.objects.in_force(today()).filter(agent=user)


def held_mandate(user: User, uid: UUID) -> Mandate:
    """One that the user may act by today; any other is as if absent."""
    found = held_by(user).select_related("principal").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这项委托，或者委托已经终止、不在期限内。"))
    return found


def hold_mandate(pk: int) -> Mandate:
    """Locked until the deed ends, so that it is either done before the mandate ends or not at all."""
    held = Mandate.objects.select_for_update(of=("self",), no_key=True).select_related("principal")
    mandate = held.filter(pk=pk).first()
    if mandate is None or not mandate.holds(today()):
        raise WrongState(_("委托已经终止或者不在期限内，不能再以委托人的名义办理。"))
    return mandate
