"""What a recount leaves behind: rows that the case page shows, and a message to the applicant."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import Application, MovedDue, Room
from applications.queries.derived import Derived
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.workdays.calendars import calendar_for
from hall.workdays.revisions import reason_of
from hall.workdays.wording import whole_day

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


def _tell(application: Application, pairs: Sequence[Pair], reason: str) -> None:
    moves = "；".join(_in_words(*pair) for pair in pairs)
    text = _("工作日历已更新（%(reason)s）。办件%(number)s的期限随之调整：%(moves)s。") % {
        "reason": reason,
        "number": application.case_no,
        "moves": moves,
    }
    now_version = calendar_for(application.hall.code).version
    key = f"recounted:{application.uid}:{now_version}"
    where = {"route": "apply:case", "subject_uid": application.uid}
    notify(application.applicant, RECOUNTED, text, key=key, hall=application.hall, **where)


def _note(application: Application, pairs: Iterable[Pair], version: str, *, kept: bool) -> str:
    after_version = calendar_for(application.hall.code).version
    reason = reason_of(after_version)
    rows = [
        MovedDue(
            application=application,
            subject_uid=new.subject_uid,
            clock=new.clock,
            before=old.day,
            after=new.day,
            before_version=version,
            after_version=after_version,
            reason=reason,
            kept=kept,
            division=new.division,
        )
        for old, new in pairs
    ]
    MovedDue.objects.bulk_create(rows, ignore_conflicts=True)
    return reason


def _in_words(old: Derived, new: Derived) -> str:
    assert old.day
    assert new.day
    words = {"clock": new.label, "before": whole_day(old.day), "after": whole_day(new.day)}
    return _("%(clock)s由%(before)s改为%(after)s") % words
