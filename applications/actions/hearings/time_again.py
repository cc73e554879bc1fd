"""The clock runs on once the record of the hearing is complete, or the hearing is given up (行政许可法 Art. 45)."""

from datetime import date

from applications.events import Resumed
from applications.hearing_lifecycle import HearingState
from applications.models import Application, Hearing
from hall.accounts.deeds import announce
from hall.accounts.models import User

RECORDED = "听证笔录经参加人确认并签字"
GIVEN_UP = "听证申请人放弃听证"


def end_excluded_time(hearing: Hearing, application: Application, *, on: date, by: User | None) -> None:
    """``on`` is the last day taken out; the caller derives the limits again."""
    suspension = hearing.suspension
    if suspension is None or not suspension.is_running or suspension.begun_on is None:
        return
    suspension.ended_on = max(on, suspension.begun_on)
    suspension.result = RECORDED if hearing.state == HearingState.RECORDED else GIVEN_UP
    suspension.ended_by_uid, suspension.ended_by_name = (by.uid, by.name) if by else (None, "")
    suspension.save()
    fact = Resumed(suspension=suspension.uid, kind=suspension.kind, on=suspension.ended_on)
    announce(application, fact, by=by)
