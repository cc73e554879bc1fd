"""A record as it stood on a day: its status, validity and version then. Never the words of then.

What was corrected or withheld since was wrong to publish, so an earlier day shows today's words and says so.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from hall.clock import local_date, today
from hall.errors import Invalid
from tracking.register.models import Record, RecordChange, RecordChangeKind, RecordStanding

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class AsOf:
    """``standing`` is None where nothing is known of that day; ``version`` counts from 1."""

    day: date
    standing: RecordStanding | None
    version: int
    newest: int
    # None where nothing is known of that day.
    was_public: bool | None

    @property
    def corrected_since(self) -> bool:
        return self.version < self.newest


def day_of(text: str, record: Record) -> date | None:
    """The day that an address asks for; raises Invalid for what is no day, lies ahead, or before the decision."""
    if not text:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        day = date.fromisoformat(text)
    except ValueError:
        raise Invalid(_("日期不正确，请写成 2026-01-31 这样的年-月-日。")) from None
    if day > today():
        raise Invalid(_("只能查看今天和以前的情况，请换一个日期。"))
    if day < record.decided_on:
        raise Invalid(_("这一天决定还没有作出，请换一个日期。"))
    return day


def as_of(record: Record, day: date, standings: list[RecordStanding], changes: list[RecordChange]) -> AsOf:
    """``record`` takes the status and validity of that day, in memory alone."""
    standing = next((one for one in reversed(standings) if one.since <= day), None)
    if standing:
        record.status, record.valid_to = standing.status, standing.valid_to
    days = [local_date(one.at) for one in changes if one.kind in _REWRITTEN]
    version = 1 + sum(one <= day for one in days)
    return AsOf(day, standing, version, 1 + len(days), _was_public(record, day, changes))


_REWRITTEN = (RecordChangeKind.CORRECTED, RecordChangeKind.PART_WITHHELD, RecordChangeKind.RESTORED)


def _was_public(record: Record, day: date, changes: list[RecordChange]) -> bool | None:
    """At the end of that day. One that came again has the day of that as its own, so the trail is asked first."""
    gone = [one for one in changes if one.kind in (RecordChangeKind.TAKEN_BACK, RecordChangeKind.RESTORED)]
    before = [one for one in gone if local_date(one.at) <= day]
    if before:
        return before[-1].kind == RecordChangeKind.RESTORED
    # Of one that was taken back, the day of its first publication is kept nowhere in public.
    return None if gone else local_date(record.published_at) <= day
