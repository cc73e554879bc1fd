"""A person instead of the rules: a clerk takes over, or the applicant asks for one, before or after an automatic grant.

个人信息保护法 Art. 24: nobody has to be content with what a machine alone decided.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked, locked_handling
from applications.actions.opinions import check_opinion
from applications.events import AutomaticReviewed, PersonAsked, TakenOver
from applications.models import Application, AutomaticCheck, Room
from applications.models.automatic_check import Settled
from applications.models.errand import Matter
from applications.queries.automatic import may_be_settled
from applications.queries.moments import next_moment
from applications.rules import may_sign, may_take_over, owns
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import NotAllowed, NotFound, WrongState
from hall.workdays.arithmetic import Limit

# The working days in which a person looks at an automatic decision again.
REVIEW_DAYS = Limit(5, "working")


def take_over(uid: UUID, user: User, *, seen: int) -> AutomaticCheck:
    """From now on a person handles the case; the rules settle nothing."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_take_over(user, handling):
            raise NotAllowed(_("只有承办部门的窗口受理或者签发人员可以接手自动审批。"))
        check = _stop(handling.application, Settled.TAKEN_OVER, user)
        announce(handling.application, TakenOver(), by=user)
        return check


def ask_person(uid: UUID, user: User, *, seen: int) -> AutomaticCheck:
    """Before the decision the rules stop; after an automatic one a signer looks at it again."""
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        granted = _was_granted(application)
        check = _ask_review(application) if granted else _stop(application, Settled.PERSON_ASKED, user)
        announce(application, PersonAsked(), by=user)
        return check


def answer_review(uid: UUID, user: User, *, seen: int, finding: str) -> AutomaticCheck:
    """What the signer found who looked at an automatic decision; the applicant reads it."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员可以复核自动审批决定。"))
        check = AutomaticCheck.objects.filter(application=handling.application, review_done_at=None).first()
        if check is None or check.review_asked_at is None:
            raise WrongState(_("本办件现在没有需要复核的自动审批决定。"))
        check_opinion(finding)
        check.review_done_at, check.review_by_name, check.review_finding = now(), user.name, finding
        check.save()
        close_errands(check.uid, by=user)
        announce(handling.application, AutomaticReviewed(), by=user)
        return check


def _stop(application: Application, settled: Settled, by: User) -> AutomaticCheck:
    if not may_be_settled(application):
        raise WrongState(_("本办件现在不在自动审批中。"))
    application.enter(Room.AUTOMATIC)
    application.settle_at = next_moment(application)
    return AutomaticCheck.objects.create(
        application=application, settled=settled, by_uid=by.uid, by_name=by.name
    )


def _was_granted(application: Application) -> bool:
    return AutomaticCheck.objects.filter(application=application, settled=Settled.GRANTED).exists()


def _ask_review(application: Application) -> AutomaticCheck:
    check = application.automatic_check
    if check.review_asked_at:
        raise WrongState(_("您已经要求复核过这个决定。"))
    check.review_asked_at = now()
    check.save()
    handling = application.decision.handling
    handling.application = application
    open_errand(handling, Duty.SIGNER, Matter.REVIEW_AUTOMATIC, check.uid, since=today(), limit=REVIEW_DAYS)
    return check
