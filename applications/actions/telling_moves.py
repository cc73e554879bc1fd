"""What a recount leaves behind: rows that the case page shows, and a message to the applicant."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.telling import tell_applicant
from applications.models import Application, MovedDue, Room
from applications.queries.derived import Derived
from hall.notifications.kinds import Kind
from hall.workdays.calendars import calendar_for
from hall.workdays.revisions import reason_of
from hall.workdays.wording import whole_day

TEXT = gettext_lazy("工作日历已更新（%(reason)s）。“%(item)s”办件%(number)s的期限随之调整：%(moves)s。")
RECOUNTED = Kind("applications.recounted", gettext_lazy("期限调整"))
Pair = tuple[Derived, Derived]


def note_kept(application: Application, pairs: Iterable[Pair], version: str) -> None:
    """These dates stand: they go on being counted by ``version``, by which they were told."""
    application.enter(Room.RECOUNT)
    _note(application, pairs, version, kept=True)


def tell_moves(application: Application, pairs: Sequence[Pair], version: str) -> None:
    """What concerns the applicant is shown on the case and told, once for each version of the calendar."""
    told = [pair for pair in pairs if pair[1].clock and pair[0].day and pair[1].day]
    if not told:
        return
    application.enter(Room.RECOUNT)
    application.save(update_fields=["rooms"])
    reason = _note(application, told, version, kept=False)
    own = [pair for pair in told if pair[1].own]
    if own:
        _tell(application, own, reason)


@override("zh-hans")
def _tell(application: Application, pairs: Sequence[Pair], reason: str) -> None:
    moves = "；".join(_in_words(*pair) for pair in pairs)
    version = calendar_for(application.hall.code).version
    key = f"recounted:{application.uid}:{version}"
    words = {"number": application.case_no, "reason": reason, "moves": moves}
    tell_applicant(application, RECOUNTED, TEXT, key=key, **words)


def _note(application: Application, pairs: Iterable[Pair], version: str, *, kept: bool) -> str:
    after_version = calendar_for(application.hall.code).version
    reason = reason_of(after_version)
    rows = [_row(application, old, new, version, after_version) for old, new in pairs]
    for row in rows:
        row.kept, row.reason = kept, reason
    MovedDue.objects.bulk_create(rows, ignore_conflicts=True)
    return reason


def _row(application: Application, old: Derived, new: Derived, version: str, after_version: str) -> MovedDue:
    assert new.clock
    assert old.day
    assert new.day
    return MovedDue(
        application=application,
        subject_uid=new.subject_uid,
        clock=new.clock,
        before=old.day,
        after=new.day,
        before_version=version,
        after_version=after_version,
        division=new.division,
    )


def _in_words(old: Derived, new: Derived) -> str:
    assert old.day
    assert new.day
    assert new.clock
    words = {"clock": new.clock.label, "before": whole_day(old.day), "after": whole_day(new.day)}
    return _("%(clock)s由%(before)s改为%(after)s") % words
