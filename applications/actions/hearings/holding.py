"""Holding the hearing and completing its record (行政许可法 Art. 48 (4), (5), and its second paragraph).

The record is checked and signed by those who took part, kept as a file, and the decision rests on it.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.exhibits import put_in, take
from applications.actions.hearings.finding import hearing_here, require_undecided
from applications.actions.hearings.time_again import end_excluded_time
from applications.actions.late_entry import tell_late_entry
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import HearingRecord
from applications.events import HearingHeld, HearingRecorded, HearingWeighed
from applications.hearing_lifecycle import HearingState
from applications.models import Handling, Hearing, Matter, Sitting
from applications.queries.hearings import current_sitting, open_challenges
from applications.rules import may_preside, may_run_hearing, may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import local_date, now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState


def hold_hearing(
    uid: UUID, user: User, *, seen: int, hearing: UUID, attended: str, absent: str = ""
) -> Hearing:
    """It took place: who was there, and who was called and did not come."""
    with locked_handling(uid, seen=seen) as handling:
        require_undecided(handling)
        held = hearing_here(handling, hearing, [HearingState.SCHEDULED])
        sitting = _conducted(user, handling, held)
        _check_held(held, sitting, handling)
        if not attended.strip():
            raise Incomplete(_("请写明参加听证的人员。"), fields={"attended": [_("请填写。")]})
        held.attended, held.absent = attended.strip(), absent.strip()
        held.hold(at=now())
        held.save()
        close_errands(held.uid, by=user)
        open_errand(handling, Duty.EXAMINER, Matter.RECORD_HEARING, held.uid)
        rebuild_dues(handling.application, handling)
        announce(handling.application, HearingHeld(hearing=held.uid), by=user)
        tell_late_entry(handling, local_date(sitting.starts_at), by=user)
        return held


def record_hearing(
    uid: UUID, user: User, *, seen: int, hearing: UUID, record: str, confirmed: bool, file: Any
) -> Hearing:
    """The signed record is on file: the excluded time ends, and the decision may be made from it."""
    files = take([file], hall_code=_entered(uid, user), owner_uid=user.uid, place="file")
    with locked_handling(uid, seen=seen) as handling:
        require_undecided(handling)
        held = hearing_here(handling, hearing, [HearingState.HELD])
        sitting = _conducted(user, handling, held)
        check_opinion(record)
        if not confirmed:
            told = _("笔录应当交听证参加人确认无误后签字或者盖章。")
            raise Incomplete(told, fields={"confirmed": [told]})
        held.record, held.record_file, held.recorder_name = record, files[0], user.name
        held.complete_record(at=now())
        held.save()
        put_in(handling, held.uid, files)
        close_errands(held.uid, by=user)
        end_excluded_time(held, handling.application, on=today(), by=user)
        rebuild_dues(handling.application, handling)
        draft(_paper(held, sitting, handling), handling, officer=user)
        announce(handling.application, HearingRecorded(hearing=held.uid), by=user)
        return held


def weigh_hearing(uid: UUID, user: User, *, seen: int, hearing: UUID, adoption: str) -> Hearing:
    """How the decision uses the record: written by the signer before deciding, printed on the decision."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("听证笔录采纳情况由作出决定的签发人员写明。"))
        require_undecided(handling)
        held = hearing_here(handling, hearing, [HearingState.RECORDED])
        check_opinion(adoption)
        held.adoption = adoption.strip()
        held.save(update_fields=["adoption"])
        announce(handling.application, HearingWeighed(hearing=held.uid), by=user)
        return held


def _entered(uid: UUID, user: User) -> str:
    """The hall whose file it becomes; asked before a file is taken in at all."""
    handling = Handling.objects.select_related("department", "hall", "application").filter(uid=uid).first()
    if handling is None:
        raise NotFound(_("没有找到这个办件。"))
    if not may_run_hearing(user, handling) and not may_preside(user.uid, handling):
        raise NotAllowed(_("只有承办部门组织、主持听证的人员可以制作听证笔录。"))
    return handling.hall.code


def _conducted(user: User, handling: Handling, hearing: Hearing) -> Sitting:
    """Whoever runs hearings here, or presides over this one."""
    sitting = current_sitting(hearing)
    assert sitting is not None
    if sitting.presider_uid != user.uid and not may_run_hearing(user, handling):
        raise NotAllowed(_("只有承办部门组织、主持听证的人员可以办理这一步。"))
    return sitting


def _check_held(hearing: Hearing, sitting: Sitting, handling: Handling) -> None:
    if now() < sitting.starts_at:
        raise WrongState(_("还没有到通知的听证时间。"))
    if any(open_challenges(hearing)):
        raise WrongState(_("主持人的回避申请还没有答复，听证不能举行。"))
    if not may_preside(sitting.presider_uid, handling):
        raise WrongState(_("主持人参与了本申请的审查或者已经离任，应当另行指定主持人。"))


def _paper(hearing: Hearing, sitting: Sitting, handling: Handling) -> HearingRecord:
    assert hearing.record_file is not None
    return HearingRecord(
        case_facts(handling),
        matter=hearing.matter,
        starts_at=sitting.starts_at,
        place=sitting.place,
        presider=sitting.presider_name,
        recorder=hearing.recorder_name,
        attended=tuple(hearing.attended.splitlines()),
        statements=hearing.record,
        signed_digest=hearing.record_file.sm3,
        absent=tuple(hearing.absent.splitlines()),
    )
