"""How a due date is told: the rule with its article, what was counted, what was left out and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hall.clock import day_in_words
from hall.workdays.periods import Limit


@dataclass(frozen=True, slots=True)
class Explained:
    """A day and why it is as it is."""

    date: date
    reason: str

    def as_json(self) -> dict[str, str]:
        return {"date": self.date.isoformat(), "reason": str(self.reason)}


def whole_day(day: date) -> str:
    """2026年3月16日（星期一）"""
    return _("%(date)s（%(weekday)s）") % {
        "date": day_in_words(day),
        "weekday": WEEKDAYS[day.weekday()],
    }


def limit_words(limit: Limit) -> str:
    """20个工作日"""
    if not limit.days:
        return _("即时办结")
    form = {
        "working": ngettext("%(days)d个工作日", "%(days)d个工作日", limit.days),
        "natural": ngettext("%(days)d日（自然日）", "%(days)d日（自然日）", limit.days),
        "month": ngettext("%(days)d个月", "%(days)d个月", limit.days),
    }
    return form[limit.unit] % {"days": limit.days}


def sentences(
    *,
    start: date,
    due: date,
    limit: Limit,
    counted: Sequence[Explained],
    skipped: Sequence[Explained],
    excluded: Sequence[Explained],
    moved: bool,
    provisional: bool,
) -> list[str]:
    """One thought a sentence, in the order in which one would check the count by hand."""
    return [
        *_rule(start, limit),
        *_counted(counted, limit),
        *_skipped(skipped),
        *_excluded(excluded),
        *_end(due, moved, provisional),
    ]


def _rule(start: date, limit: Limit) -> Iterator[str]:
    yield _("期限为%(limit)s，自%(start)s的次日起算，当日不计入（《民法典》第二百零一条）。") % {
        "limit": limit_words(limit),
        "start": whole_day(start),
    }
    if limit.unit == "working":
        yield _("以工作日计算，不含法定节假日，调休上班日计入（《行政许可法》第八十二条）。")
    elif limit.unit == "month":
        yield _("按月计算，到期月的对应日为最后一日；没有对应日的，月末日为最后一日（《民法典》第二百零二条）。")
    else:
        yield _("按自然日计算，节假日计入。")


def _counted(counted: Sequence[Explained], limit: Limit) -> Iterator[str]:
    if not counted:
        return
    words = {"count": len(counted), "first": _short(counted[0].date), "last": _short(counted[-1].date)}
    if limit.unit == "working":
        yield _("%(first)s至%(last)s之间共计入%(count)d个工作日。") % words
    else:
        yield _("%(first)s至%(last)s之间共计入%(count)d日。") % words
    # An ordinary day has nothing to explain; one with a reason is a weekend day that is worked.
    if made_up := [each for each in counted if each.reason and limit.unit == "working"]:
        yield _("其中调休上班日：%(days)s。") % {"days": _runs(made_up)}


def _skipped(skipped: Sequence[Explained]) -> Iterator[str]:
    if skipped:
        yield _("不计入的休息日：%(days)s。") % {"days": _runs(skipped)}


def _excluded(excluded: Sequence[Explained]) -> Iterator[str]:
    if excluded:
        yield _("依法扣除的时间：%(days)s（《行政许可法》第四十五条）。") % {"days": _runs(excluded)}


def _end(due: date, moved: bool, provisional: bool) -> Iterator[str]:
    if moved:
        yield _("最后一日是休息日的，以休息日结束的次日为最后一日（《民法典》第二百零三条）。")
    yield _("期限届满日：%(due)s。") % {"due": whole_day(due)}
    if provisional:
        yield _("其中有的年份尚未公布放假安排，届满日为暂定，放假通知公布后将重新计算。")


def _short(day: date) -> str:
    # Translators: a date format of Django; the locale's own writes 03月5日.
    return date_format(day, _("n月j日"))


def _runs(days: Sequence[Explained]) -> str:
    """2月15日至2月23日（春节）、3月1日（周末）: neighbours with one reason are told together."""
    told = []
    numbered = enumerate(days)
    for _key, group in groupby(numbered, lambda pair: (pair[1].date - timedelta(pair[0]), pair[1].reason)):
        run = [each for _place, each in group]
        span = _short(run[0].date)
        if len(run) > 1:
            span = _("%(first)s至%(last)s") % {"first": span, "last": _short(run[-1].date)}
        told.append(_("%(days)s（%(reason)s）") % {"days": span, "reason": run[0].reason or _("暂停计时")})
    return _("、").join(told)
