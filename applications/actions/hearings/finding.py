"""Finding the hearing that a deed is about, and refusing where there is nothing to hear any more."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from applications.lifecycle import CaseState
from applications.models import Application, Handling, Hearing, HearingParty
from applications.rules import may_run_hearing
from hall.accounts.models import User
from hall.errors import NotAllowed, NotFound, WrongState


def require_undecided(handling: Handling) -> None:
    """Before the decision, and while this agency still works on the case."""
    if handling.application.state != CaseState.ACCEPTED or not handling.is_open:
        raise WrongState(_("只有受理后、作出决定前的办件可以办理听证。"))


def require_conductor(user: User, handling: Handling) -> None:
    if not may_run_hearing(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员和签发人员可以组织听证。"))


def hearing_here(handling: Handling, uid: UUID, states: Iterable[str]) -> Hearing:
    """A hearing of this handling that stands in one of these states."""
    found = handling.hearings.prefetch_related("parties").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这次听证。"))
    if found.state not in set(states):
        raise WrongState(_("这次听证现在的状态是“%(state)s”，不能办理这一步。") % {"state": found.get_state_display()})
    found.handling = handling
    return found


def handling_of(application: Application, hearing: Hearing) -> Handling:
    """The handling that holds it, beside the case as it is locked."""
    handling = Handling.objects.select_related("department__hall").get(pk=hearing.handling_id)
    handling.hall, handling.application = handling.department.hall, application
    hearing.handling = handling
    return handling


def parties_of(hearing: Hearing) -> list[HearingParty]:
    """Those who are still parties: who gave it up is not called."""
    return [one for one in hearing.parties.all() if one.waived_at is None]
