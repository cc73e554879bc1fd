"""The ledger 期限台账 of a clock: every start, run, pause, resumption, extension and roll-over that makes its due date.

Pure. It is cut from the very days that gave the due date, so that it cannot say otherwise, and it is book-keeping:
days given and days used come out even on the last line, and its stretches cover every day from the start to the end.
行政许可法 Art. 42, 45, 82; 民法典 Art. 201-203.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any

from django.utils.translation import gettext_lazy, ngettext

from applications.deadlines import Reckoned
from hall.workdays.arithmetic import CountedDay, CountedKind, Limit, Unit, days_needed
from hall.workdays.wording import whole_day

COUNTING_RULE = {
    "working": gettext_lazy("《行政许可法》第八十二条"),
    "natural": gettext_lazy("《民法典》第二百零一条"),
    "month": gettext_lazy("《民法典》第二百零二条"),
}
PAUSE_RULE = gettext_lazy("《行政许可法》第四十五条")
EXTENSION_RULE = gettext_lazy("《行政许可法》第四十二条")
ROLL_RULE = gettext_lazy("《民法典》第二百零三条")


class Entry(StrEnum):
    """What a line tells: of a stretch of days (``STRETCHES``), or of a moment."""

    START = "start"
    RESUME = "resume"
    EXTENSION = "extension"
    CALENDAR = "calendar"
    RUN = "run"
    PAUSE = "pause"
    ROLL = "roll"
    END = "end"


@dataclass(frozen=True, slots=True)
class Moved:
    """A changed calendar that moved the due date, and the version of the calendar from then on."""

    on: date
    before: date
    after: date
    version: str
    reason: str


STRETCHES = {Entry.RUN, Entry.PAUSE, Entry.ROLL}


@dataclass(frozen=True, slots=True)
class Line:
    """Days ``given`` to the clock and ``used`` by it, and how many are ``left``; ``expected`` has not happened yet."""

    entry: Entry
    first: date
    last: date
    rule: Any
    calendar_version: str
    unit: Unit
    given: int = 0
    used: int = 0
    left: int = 0
    reason: str = ""
    moved: tuple[date, date] | None = None
    expected: bool = False

    @property
    def is_stretch(self) -> bool:
        return self.entry in STRETCHES

    @property
    def text(self) -> str:
        """The line in plain words."""
        days = {name: _days(getattr(self, name), self.unit) for name in ("given", "used", "left")}
        before, due = map(whole_day, self.moved) if self.moved else ("", "")
        return str(_WORDS[self.entry]) % {**days, "reason": self.reason, "before": before, "due": due}


_WORDS = {
    Entry.START: gettext_lazy("从次日起开始计算，期限共%(given)s。"),
    Entry.CALENDAR: gettext_lazy("工作日历更新（%(reason)s），届满日改为%(due)s，原为%(before)s。"),
    Entry.RUN: gettext_lazy("计入%(used)s，还剩%(left)s。"),
    Entry.PAUSE: gettext_lazy("%(reason)s，暂停计时，这段时间不计入期限。"),
    Entry.RESUME: gettext_lazy("恢复计时，还剩%(left)s。"),
    Entry.EXTENSION: gettext_lazy("经批准延长%(given)s，还剩%(left)s。"),
    Entry.ROLL: gettext_lazy("最后一日不能是休息日，顺延到下一个工作日。"),
    Entry.END: gettext_lazy("期限届满。"),
}


def ledger_of(reckoned: Reckoned, today: date, moves: Sequence[Moved] = ()) -> tuple[Line, ...]:
    """Every line, oldest first, with its running balance; what lies ahead of a stopped clock is marked as expected."""
    left, lines = 0, []
    for line in _with_moves(_with_resumptions(_lines(reckoned)), moves):
        left += line.given - line.used
        lines.append(replace(line, left=left, expected=reckoned.stopped and line.first > today))
    return tuple(lines)


def _lines(reckoned: Reckoned) -> Iterator[Line]:
    """The days of the due date, cut where an extension was granted."""
    period, due = reckoned.period, reckoned.due
    common: dict[str, Any] = {"calendar_version": due.calendar_version, "unit": period.limit.unit}
    limit, given = period.limit, days_needed(due.start, period.limit)
    yield Line(Entry.START, due.start, due.start, period.rule, **common, given=given)
    ahead = _labelled(due.days)
    for one in sorted(period.extensions, key=lambda longer: longer.on):
        yield from _stretches([day for day in ahead if day[1].date <= one.on], common)
        ahead = [day for day in ahead if day[1].date > one.on]
        limit = Limit(limit.days + one.days, limit.unit)
        more = days_needed(due.start, limit) - given
        given += more
        yield Line(Entry.EXTENSION, one.on, one.on, EXTENSION_RULE, **common, given=more)
    yield from _stretches(ahead, common)
    yield Line(Entry.END, due.due, due.due, period.rule, **common)


def _labelled(days: Sequence[CountedDay]) -> list[tuple[Entry, CountedDay]]:
    """Each day after the start; once all days are counted, the rest is how far the end had to move."""
    whole = days[-1].number
    return [(_label(day, before.number == whole), day) for before, day in pairwise(days)]


def _label(day: CountedDay, used_up: bool) -> Entry:
    if day.kind == CountedKind.SUSPENDED:
        return Entry.PAUSE
    return Entry.ROLL if used_up else Entry.RUN


def _stretches(days: Iterable[tuple[Entry, CountedDay]], common: dict[str, Any]) -> Iterator[Line]:
    for (entry, reason), group in groupby(days, key=lambda day: (day[0], _reason(*day))):
        run = [day for _entry, day in group]
        used = sum(day.kind == CountedKind.COUNTED for day in run)
        rule = {Entry.PAUSE: PAUSE_RULE, Entry.ROLL: ROLL_RULE}.get(entry, COUNTING_RULE[common["unit"]])
        yield Line(entry, run[0].date, run[-1].date, rule, **common, used=used, reason=reason)


def _reason(entry: Entry, day: CountedDay) -> str:
    return day.note if entry == Entry.PAUSE else ""


def _with_resumptions(lines: Iterable[Line]) -> Iterator[Line]:
    """A clock that ran on after a pause was resumed on the day on which it did."""
    paused = False
    for line in lines:
        if paused and line.is_stretch and line.entry != Entry.PAUSE:
            yield replace(line, entry=Entry.RESUME, last=line.first, rule=PAUSE_RULE, used=0)
        yield line
        if line.is_stretch:
            paused = line.entry == Entry.PAUSE


def _with_moves(lines: Iterable[Line], moves: Sequence[Moved]) -> Iterator[Line]:
    """What changed calendars did, where it happened; no day is given or used, for the others count by the new one."""
    waiting = sorted(moves, key=lambda one: one.on)
    for line in lines:
        while waiting and (line.first > waiting[0].on or line.entry == Entry.END):
            yield _moved(waiting.pop(0), line)
        yield line


def _moved(one: Moved, beside: Line) -> Line:
    common: dict[str, Any] = {"rule": COUNTING_RULE["working"], "calendar_version": one.version, "unit": beside.unit}
    return Line(Entry.CALENDAR, one.on, one.on, **common, reason=one.reason, moved=(one.before, one.after))


def _days(number: int, unit: Unit) -> str:
    if unit == "working":
        return ngettext("%(days)d个工作日", "%(days)d个工作日", number) % {"days": number}
    return ngettext("%(days)d日", "%(days)d日", number) % {"days": number}
