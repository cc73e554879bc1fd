"""The public notice 听证公告 (行政许可法 Art. 46; D-18) and who registers on it to attend."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import HearingPublic
from applications.hearing_lifecycle import HearingState
from applications.lifecycle import CaseState
from applications.models import Handling, Hearing, HearingGround, Listener, Sitting
from applications.queries.public_hearings import register_until, seats_left
from hall.accounts.models import RealNameLevel, User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import today
from hall.errors import NotAllowed, NotFound, TooLate, WrongState
from hall.organisations.addresses import path_prefix

ANYBODY = "公民、法人和其他组织均可报名旁听"


@override("zh-hans")
def draft_public_notice(hearing: Hearing, sitting: Sitting, handling: Handling, user: User) -> None:
    paper = HearingPublic(
        case_facts(handling),
        ground=str(HearingGround(hearing.ground).label),
        matter=hearing.matter,
        starts_at=sitting.starts_at,
        place=sitting.place,
        presider=sitting.presider_name,
        who_may_attend=sitting.who_may_attend or ANYBODY,
        register_until=register_until(sitting),
        register_url=f"{settings.HALL_BASE_URL}{path_prefix(handling.hall)}hearings/{hearing.uid}/",
        seats=sitting.seats,
    )
    draft(paper, handling, officer=user)


@transaction.atomic
def register_listener(uid: UUID, user: User) -> Listener:
    """Put one's name down to attend; twice is once. Seats go in the order in which people register."""
    held = Hearing.objects.select_for_update(of=("self",)).select_related("application__hall")
    hearing = held.filter(uid=uid).first()
    sitting = hearing.sittings.filter(replaced_at=None, public=True).first() if hearing else None
    if hearing is None or sitting is None:
        raise NotFound(_("没有找到这个听证公告。"))
    if already := Listener.objects.filter(hearing=hearing, user=user).first():
        return already
    if hearing.state != HearingState.SCHEDULED or hearing.application.state != CaseState.ACCEPTED:
        raise WrongState(_("这次听证已经结束或者取消。"))
    _check(sitting, user)
    listener = Listener.objects.create(hearing=hearing, user=user)
    code = hearing.application.hall.code
    record("hearing.registered", actor=actor_of(user), hall_code=code, subject_uid=hearing.uid)
    return listener


def _check(sitting: Sitting, user: User) -> None:
    if user.real_name_level < RealNameLevel.SECOND:
        raise NotAllowed(_("请先完成实名认证，再报名参加听证。"))
    if today() > register_until(sitting):
        raise TooLate(_("报名已经截止。"))
    if seats_left(sitting) == 0:
        raise WrongState(_("旁听席位已经报满。"))
