"""Beginning a draft and keeping it: whoever starts twice, on whichever device, gets the one draft they have."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.lifecycle import CaseState
from applications.models import Application
from applications.rules import owns
from hall.accounts.models import Mandate, RealNameLevel, User
from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec, on_record
from hall.clock import today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.files.forgetting import forget
from hall.organisations.models import Division, Level


def start(user: User, offering: Offering, *, division_code: str, mandate: Mandate | None = None) -> Application:
    """The user's open draft for this item in this division, begun now if there was none.

    With ``mandate`` the user is the agent of its principal, who is then the applicant. Raises NotAllowed when the item
    does not serve this kind of applicant or is not open online, Incomplete when the account's real-name level is below
    the item's.
    """
    applicant = check_acts_for(user, mandate, offering) if mandate else user
    check_may_apply(applicant, offering)
    _check_division(offering, division_code)
    agent = user if mandate else None
    mine = {"applicant": applicant, "agent": agent, "offering": offering, "division_code": division_code}
    draft = Application.objects.filter(state=CaseState.DRAFT, **mine).first()
    if draft:
        return draft
    try:
        with transaction.atomic():
            return Application.objects.create(
                **mine,
                hall=offering.hall,
                item_version=offering.version,
                applicant_kind=applicant.kind,
                applicant_name=applicant.name,
                mandate=mandate,
                agent_name=agent.name if agent else "",
            )
    except IntegrityError:
        # The other device was quicker.
        return Application.objects.get(state=CaseState.DRAFT, **mine)


def check_may_apply(user: User, offering: Offering) -> None:
    """Whether this account may apply for this item at all (domain.md §1.3, first guard)."""
    spec = offering.version.spec
    if not offering.can_be_filed(today()):
        raise NotAllowed(_("这个事项目前不能网上申办，请按办事指南到窗口办理。"))
    if user.kind not in spec.applicants:
        raise NotAllowed(_("这个事项不面向您的账号类型（个人或法人）办理，请换用相应的账号。"))
    check_level(user, spec)


def check_level(user: User, spec: ItemSpec) -> None:
    if user.real_name_level < spec.min_real_name_level:
        raise Incomplete(
            _("办理这个事项需要实名等级“%(level)s”，您现在是“%(now)s”。请先完成实名认证。")
            % {"level": RealNameLevel(spec.min_real_name_level).label, "now": user.get_real_name_level_display()},
            fields={"real_name_level": [str(spec.min_real_name_level)]},
        )


def check_acts_for(user: User, mandate: Mandate, offering: Offering) -> User:
    """For whom the user begins or files this (Art. 29): within the mandate, and known as well as an applicant must be.

    Raises NotAllowed where a law wants the applicant in person or the mandate does not reach this far.
    """
    spec = offering.version.spec
    if not spec.agent_allowed:
        basis = on_record(spec.in_person_basis)
        raise NotAllowed(_("这个事项依法须由申请人本人申请，不能委托代理人。%(basis)s") % {"basis": basis})
    if not mandate.covers(offering.catalog_code):
        raise NotAllowed(_("您受委托的范围不包括这个事项。"))
    check_level(user, spec)
    return mandate.principal


def _check_division(offering: Offering, division_code: str) -> None:
    """A district decides for itself only; the city's item may be asked for from any division that exists."""
    if offering.level == Level.DISTRICT:
        fits = division_code == offering.hall.code
    else:
        fits = Division.objects.current(today()).filter(code=division_code).exists()
    if not fits:
        problem = _("这个事项不在该区划办理，请从办事指南重新选择区划。")
        raise Invalid(problem, fields={"division_code": [problem]})


def held_draft(uid: UUID, user: User) -> Application:
    """The user's draft under lock; another person's is as if absent. Call inside a transaction."""
    held = Application.objects.select_for_update(of=("self",)).select_related("item_version", "offering", "hall")
    draft = held.filter(uid=uid).first()
    if draft is None or not owns(user, draft):
        raise NotFound(_("没有找到这个办件。"))
    if draft.state != CaseState.DRAFT:
        raise WrongState(_("这份申请已经提交，不能再修改。"))
    return draft


@transaction.atomic
def discard(uid: UUID, user: User) -> None:
    """Throw a draft away: it never reached an agency, so nothing of it needs to be kept (个人信息保护法 Art. 47)."""
    throw_away(held_draft(uid, user))


def throw_away(draft: Application) -> None:
    """With everything that hangs on it; the caller holds the draft."""
    files = [material.file for material in draft.materials.select_related("file")]
    draft.materials.all().delete()
    draft.commitments.all().delete()
    draft.tolerances.all().delete()
    draft.confidential_claims.all().delete()
    draft.delete()
    forget(files)
