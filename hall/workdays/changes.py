"""A change of the calendar before it is made: the yearly notice, or days that a region adds or takes back by an act."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hall.errors import Invalid
from hall.organisations.models import Division
from hall.workdays import snapshots
from hall.workdays.kinds import DayRow
from hall.workdays.models import NATION, Source
from hall.workdays.notices import check_days, check_notice
from hall.workdays.table import put_notice, put_regional, regional_dates, remove_regional

# Any number of our own: writers of the calendar wait for each other, readers do not.
_WRITERS = 20_250_101


@dataclass(frozen=True, slots=True)
class Notice:
    """The State Council's notice of one year, in the place of whatever was known of it."""

    rows: Sequence[DayRow]
    year: int
    notice: str
    url: str = ""
    source: Source = Source.OFFICIAL
    region: str = NATION

    @property
    @override("zh-hans")
    def reason(self) -> str:
        return _("%(year)d年放假安排：%(notice)s") % {"year": self.year, "notice": self.notice}

    def check(self) -> None:
        check_notice(self.rows, self.year)

    def put(self) -> None:
        put_notice(self.rows, year=self.year, notice=self.notice, url=self.url, source=self.source)


@dataclass(frozen=True, slots=True)
class Regional:
    """Days of one region: a festival of an autonomous county, a closure by typhoon, with the act that orders it."""

    rows: Sequence[DayRow]
    region: str
    basis: str

    @property
    def year(self) -> int:
        return self.rows[0].date.year

    @property
    @override("zh-hans")
    def reason(self) -> str:
        return _("%(region)s区域调整：%(basis)s") % {"region": self.place, "basis": self.basis}

    @property
    def place(self) -> str:
        """The name of the division; its code where the table has none."""
        named = Division.objects.filter(code=self.region).values_list("name", flat=True)
        return named.first() or self.region

    def check(self) -> None:
        if not self.rows or not self.basis.strip():
            raise Invalid(_("请写明日期和依据。"))
        check_days(self.rows)

    def put(self) -> None:
        put_regional(self.rows, region=self.region, basis=self.basis)


@dataclass(frozen=True, slots=True)
class Removal(Regional):
    """Days of one region that are taken back: from then on they are as in the nation."""

    @property
    @override("zh-hans")
    def reason(self) -> str:
        return _("%(region)s取消区域调整：%(basis)s") % {"region": self.place, "basis": self.basis}

    def check(self) -> None:
        # Not super(): a dataclass with slots is another class than the one that super() would look for.
        Regional.check(self)
        there = set(regional_dates(self.region))
        if missing := [row.date for row in self.rows if row.date not in there]:
            raise Invalid(_("%(date)s没有这个区域的安排。") % {"date": missing[0]})

    def put(self) -> None:
        remove_regional([row.date for row in self.rows], region=self.region)


Change = Notice | Regional


@transaction.atomic
def foreseen(change: Change) -> str:
    """The whole calendar as the change would make it: it is made, read and undone."""
    change.check()
    wait_for_other_writers()
    change.put()
    content = snapshots.take()
    transaction.set_rollback(True)
    return content


def wait_for_other_writers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS])
