"""Calling the hearing (行政许可法 Art. 48 (1), (3)): day and place seven working days before, an impartial presider.

A postponement, or another presider after a challenge, makes a new sitting and new notices; the old one stays on file.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands
from applications.actions.hearings.finding import hearing_here, parties_of, require_conductor, require_undecided
from applications.actions.hearings.messages import CALLED, HEARING
from applications.actions.hearings.public_notice import draft_public_notice
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import tell_applicant
from applications.documents.builders import HearingNotice
from applications.events import HearingPostponed, HearingScheduled
from applications.hearing_lifecycle import OWED_HEARING, HearingState
from applications.models import Handling, Hearing, PartyRole, Sitting
from applications.queries.hearings import current_sitting
from applications.rules import presiders_for
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import local_date, now, today
from hall.errors import Incomplete, Invalid, WrongState
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import whole_day


def schedule_hearing(
    uid: UUID,
    user: User,
    *,
    seen: int,
    hearing: UUID,
    matter: str,
    starts_at: datetime,
    place: str,
    presider: UUID,
    public: bool = True,
    who_may_attend: str = "",
    seats: int | None = None,
) -> Sitting:
    """Set the day and tell everybody; a hearing of Art. 46 is always announced to the public (D-18)."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        held = hearing_here(handling, hearing, OWED_HEARING)
        _check_written(matter=matter, place=place)
        check_notice(handling, starts_at)
        officer = presider_named(handling, presider)
        held.matter = matter.strip()
        held.schedule()
        held.save()
        sitting = Sitting.objects.create(
            hearing=held,
            starts_at=starts_at,
            place=place.strip(),
            presider_uid=officer.uid,
            presider_name=officer.name,
            public=public or not held.may_be_given_up,
            who_may_attend=who_may_attend.strip(),
            seats=seats,
        )
        rebuild_dues(handling.application, handling)
        send_notices(held, sitting, handling, user)
        announce(handling.application, HearingScheduled(hearing=held.uid, starts_at=starts_at), by=user)
        return sitting


def postpone_hearing(
    uid: UUID,
    user: User,
    *,
    seen: int,
    hearing: UUID,
    starts_at: datetime,
    place: str,
    reason: str,
    presider: UUID | None = None,
) -> Sitting:
    """Another day, told as early as the first; the twenty days of Art. 47 do not move. The presider may change too."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        held = hearing_here(handling, hearing, [HearingState.SCHEDULED])
        _check_written(place=place)
        check_opinion(reason)
        check_notice(handling, starts_at)
        changes: dict[str, object] = {"starts_at": starts_at, "place": place.strip()}
        if presider:
            officer = presider_named(handling, presider)
            changes |= {"presider_uid": officer.uid, "presider_name": officer.name}
        sitting = replace(held, reason=reason, **changes)
        rebuild_dues(handling.application, handling)
        send_notices(held, sitting, handling, user)
        announce(handling.application, HearingPostponed(hearing=held.uid, starts_at=starts_at), by=user)
        return sitting


def replace(hearing: Hearing, *, reason: str, **changes: object) -> Sitting:
    """A new sitting in place of the current one, equal but for ``changes``; a running challenge goes with it."""
    old = current_sitting(hearing)
    if old is None:
        raise WrongState(_("这次听证还没有通知时间地点。"))
    old.replaced_at = now()
    old.save()
    kept: dict[str, Any] = {
        name: getattr(old, name)
        for name in ("starts_at", "place", "presider_uid", "presider_name", "public", "who_may_attend", "seats")
    }
    new = Sitting.objects.create(hearing=hearing, reason=reason, **{**kept, **changes})
    # Against the same presider it goes on; against one who no longer presides there is nothing to decide.
    running = old.challenges.filter(answered_at=None)
    if new.presider_uid == old.presider_uid:
        running.update(sitting=new)
    else:
        for uid in running.values_list("uid", flat=True):
            close_errands(uid, by=None)
        running.update(upheld=True, answer=reason, answered_at=now())
    return new


def check_notice(handling: Handling, starts_at: datetime) -> None:
    """Art. 48 (1): the notice is out seven working days before."""
    earliest = deadlines.earliest_hearing(today(), calendar_for(handling.hall.code))
    if local_date(starts_at) < earliest:
        told = _("应当于举行听证的七个工作日前通知，最早可以定在%(day)s。") % {"day": whole_day(earliest)}
        raise Invalid(told, fields={"starts_at": [told]})


def presider_named(handling: Handling, uid: UUID) -> User:
    officer = presiders_for(handling).filter(uid=uid).first()
    if officer is None:
        told = _("听证主持人应当是本机关没有审查过本申请的工作人员（《行政许可法》第四十八条）。")
        raise Invalid(told, fields={"presider": [told]})
    return officer


def send_notices(hearing: Hearing, sitting: Sitting, handling: Handling, user: User) -> None:
    """One to each party, and the public notice where there is one."""
    for party in parties_of(hearing):
        own = party.role == PartyRole.APPLICANT
        paper = HearingNotice(
            case_facts(handling),
            addressee=party.name,
            matter=hearing.matter,
            starts_at=sitting.starts_at,
            place=sitting.place,
            presider=sitting.presider_name,
            public=sitting.public,
            changed=sitting.reason,
        )
        draft(paper, handling, officer=user, for_applicant=own)
    if sitting.public:
        draft_public_notice(hearing, sitting, handling, user)
    key, day = f"hearing-notice:{sitting.uid}", local_date(sitting.starts_at)
    tell_applicant(handling.application, HEARING, CALLED, key=key, day=day)


def _check_written(**written: str) -> None:
    blank = {name: [_("请填写。")] for name, text in written.items() if not text.strip()}
    if blank:
        raise Incomplete(_("请写明听证的事项和地点。"), fields=blank)
