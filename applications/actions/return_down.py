"""Return between agencies 退回下级补充审查 (行政许可法 Art. 35): the package goes back to the agency below.

It never goes back to the applicant: nobody asks them for anything. Neither level gains by it. Art. 45 does not name a
return, so the lower agency's period runs on from its acceptance and the promise over the whole case; a report that is
late by then is event R07. The upper agency's period runs from receipt of the complete package, so it may return a
case once only, everything at once, and not after its own period has passed. Whatever else it wants to know it asks as
an opinion (``ask_opinion``), which stops nothing.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import begin, finish
from applications.actions.telling import MOVED, tell_applicant
from applications.actions.winding_up import wind_up
from applications.events import ReturnedDown
from applications.models import Handling, Package, Room
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import NotAllowed, WrongState
from hall.organisations.remembered import department_by_id

_TOLD = gettext_lazy(
    "您的“%(item)s”办件%(number)s由%(above)s退回%(below)s补充审查。您不需要补交材料，承诺期限不因此延长。"
)


def return_down(uid: UUID, user: User, *, seen: int, missing: str) -> Package:
    """``missing`` tells the lower agency everything that is incomplete or unclear."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("只有上级承办部门的签发人员，且没有参与本办件审查的，可以退回下级补充审查。"))
        _check(handling)
        check_opinion(missing)
        finish(handling, by=user, favourable=False, opinion=missing)
        handling.return_down(at=now())
        wind_up(handling, by=user)
        package = _returned(handling, user, missing)
        rebuild_dues(handling.application, handling)
        below = _take_back(handling, package)
        _tell(package, handling, below)
        announce(handling.application, ReturnedDown(handling=handling.uid, to=below.uid), by=user)
        return package


def _tell(package: Package, above: Handling, below: Handling) -> None:
    application = above.application
    words = {"number": application.case_no, "above": above.department.name, "below": below.department.name}
    tell_applicant(application, MOVED, _TOLD, key=f"returned:{package.uid}", **words)


def _check(handling: Handling) -> None:
    if not handling.is_upper:
        raise WrongState(_("只有下级机关转报的办件可以退回下级补充审查。"))
    if handling.application.has_been_in(Room.RETURN):
        raise WrongState(_("已经退回过一次。需要补充了解的，请征求下级机关的意见。"))
    if handling.statutory_due is not None and today() > handling.statutory_due:
        raise WrongState(_("法定期限已过，不能再退回下级机关，请尽快作出决定。"))


def _returned(handling: Handling, user: User, missing: str) -> Package:
    handling.application.enter(Room.RETURN)
    package = handling.package
    package.returned_at, package.missing = now(), missing
    package.returned_by_uid, package.returned_by_name = user.uid, user.name
    package.save()
    return package


def _take_back(handling: Handling, package: Package) -> Handling:
    """The lower agency examines once more, from its last review, with the clock that it had."""
    below = Handling.objects.get(pk=package.sent_from_id)
    below.department = department_by_id(below.department_id)
    below.hall, below.application = below.department.hall, handling.application
    below.take_back()
    last = below.steps.filter(kind="review").order_by("-id").first() or below.steps.order_by("-id").first()
    begin(below, next(step for step in below.application.spec.steps if last and step.name == last.name))
    rebuild_dues(below.application, below)
    return below
