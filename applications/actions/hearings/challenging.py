"""Challenging the presider (行政许可法 Art. 48 (3)): the applicant asks, the head of the agency decides."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import close_errands, open_errand
from applications.actions.hearings.finding import handling_of, require_undecided
from applications.actions.hearings.messages import CHALLENGED, HEARING
from applications.actions.hearings.scheduling import presider_named, replace, send_notices
from applications.actions.locking import locked, locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.telling import tell_applicant
from applications.events import ChallengeAnswered, PresiderChallenged
from applications.hearing_lifecycle import HearingState
from applications.models import Application, Challenge, Handling, Hearing, Matter, PartyRole, Sitting
from applications.queries.hearings import current_sitting, hearings_of
from applications.rules import may_rule_on_challenge, owns
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, NotFound, TooLate, WrongState

# As the new notice gives the reason.
AVOIDED = "原主持人回避"


def challenge_presider(uid: UUID, user: User, *, seen: int, reason: str) -> Challenge:
    """Before the hearing begins; while nobody has answered it cannot begin."""
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        hearing, sitting = _called(application)
        handling = handling_of(application, hearing)
        require_undecided(handling)
        check_opinion(reason)
        if now() >= sitting.starts_at:
            raise TooLate(_("听证已经开始，请在听证会上当场提出。"))
        if sitting.challenges.filter(by_name=application.applicant_name).exists():
            raise WrongState(_("您已经对这位主持人提出过回避申请。"))
        challenge = Challenge.objects.create(sitting=sitting, by_name=application.applicant_name, reason=reason)
        open_errand(handling, Duty.HEAD, Matter.ANSWER_CHALLENGE, challenge.uid)
        announce(application, PresiderChallenged(hearing=hearing.uid), by=user)
        return challenge


def _called(application: Application) -> tuple[Hearing, Sitting]:
    for hearing in hearings_of(application):
        own = any(one.role == PartyRole.APPLICANT and not one.waived_at for one in hearing.parties.all())
        sitting = current_sitting(hearing) if own and hearing.state == HearingState.SCHEDULED else None
        if sitting:
            return hearing, sitting
    raise WrongState(_("现在没有可以申请主持人回避的听证。"))


def answer_challenge(
    uid: UUID, user: User, *, seen: int, challenge: UUID, upheld: bool, answer: str, presider: UUID | None = None
) -> Challenge:
    """The head's decision with its reason; where it is upheld, another presider is named and everybody told."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_rule_on_challenge(user, handling):
            raise NotAllowed(_("主持人是否回避，由本机关负责人决定。"))
        one = _open(handling, challenge)
        check_opinion(answer)
        one.upheld, one.answer, one.answered_at, one.answered_by_name = upheld, answer, now(), user.name
        one.save()
        close_errands(one.uid, by=user)
        if upheld:
            _name_another(one, handling, presider, user)
        tell_applicant(handling.application, HEARING, CHALLENGED, key=f"hearing-challenge:{one.uid}")
        hearing = one.sitting.hearing
        announce(handling.application, ChallengeAnswered(hearing=hearing.uid, upheld=upheld), by=user)
        return one


def _open(handling: Handling, uid: UUID) -> Challenge:
    challenges = Challenge.objects.select_related("sitting__hearing")
    found = challenges.filter(uid=uid, sitting__hearing__handling=handling).first()
    if found is None:
        raise NotFound(_("没有找到这个回避申请。"))
    if found.answered_at is not None:
        raise WrongState(_("这个回避申请已经答复。"))
    return found


def _name_another(challenge: Challenge, handling: Handling, presider: UUID | None, user: User) -> None:
    if presider is None or presider == challenge.sitting.presider_uid:
        told = _("主持人应当回避的，请另行指定主持人。")
        raise Incomplete(told, fields={"presider": [told]})
    officer = presider_named(handling, presider)
    hearing = challenge.sitting.hearing
    sitting = replace(hearing, reason=AVOIDED, presider_uid=officer.uid, presider_name=officer.name)
    send_notices(hearing, sitting, handling, user)
