"""Changes of the calendar for tests: days of rest, and the notice of 2027 in two wordings."""

from datetime import date

from hall.workdays.actions import add_regional_days
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.rest_days import forecast
from tests.factories.snapshots import kept

CITY = "500000"


def rest(*days: date, name: str = "县庆") -> list[DayRow]:
    return [DayRow(date=day, kind=DayKind.REST, name=name) for day in days]


def worked(*days: date, name: str = "改为上班") -> list[DayRow]:
    return [DayRow(date=day, kind=DayKind.WORK, name=name) for day in days]


@kept
def holiday(*days: date, region: str) -> None:
    add_regional_days(rest(*days), region=region, basis="演示：自治县人民政府公告")


def back_to_work(*days: date, region: str) -> None:
    add_regional_days(worked(*days), region=region, basis="演示：停工令提前解除")


def notice_of_2027() -> list[DayRow]:
    """An invented notice: the spring festival is a week, paid for with a Saturday before and one after."""
    moved = rest(date(2027, 2, 11), date(2027, 2, 12), name="春节")
    made_up = worked(date(2027, 2, 20), date(2026, 12, 27), name="春节")
    return [*forecast(2027), *moved, *made_up]
