"""A due date told day by day, as the calculator shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hall.workdays.due import CountedDay, CountedKind, Due


@dataclass(frozen=True, slots=True)
class ToldDay:
    date: date
    weekday: str
    kind: CountedKind
    # Which day of the limit it is; 0 for one that is none of them.
    number: int
    text: str
    note: str

    @property
    def counts(self) -> bool:
        return self.kind == CountedKind.COUNTED


def day_by_day(due: Due) -> list[ToldDay]:
    return [_told(day, due.due) for day in due.days]


def _told(day: CountedDay, end: date) -> ToldDay:
    number = day.number if day.kind == CountedKind.COUNTED else 0
    text = _text(day)
    if day.date == end:
        text = _("%(text)s，期限届满") % {"text": text}
    return ToldDay(day.date, str(WEEKDAYS[day.date.weekday()]), day.kind, number, text, day.note)


def _text(day: CountedDay) -> str:
    if day.kind == CountedKind.COUNTED:
        return _("第%(number)d日") % {"number": day.number}
    return str(_TEXTS[day.kind])


_TEXTS = {
    CountedKind.START: gettext_lazy("起算日，不计入"),
    CountedKind.REST: gettext_lazy("休息日，不计入"),
    CountedKind.SUSPENDED: gettext_lazy("依法扣除"),
    CountedKind.MOVED: gettext_lazy("顺延到的工作日"),
}
