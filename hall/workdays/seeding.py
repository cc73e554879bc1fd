"""Filling the calendar with what came with the software: notices of past years, forecasts of coming ones."""

from django.db import transaction

from hall.workdays.actions import load_notice
from hall.workdays.models import CalendarYear, Source
from hall.workdays.notices import packaged
from hall.workdays.rest_days import forecast, lunar_years
from hall.workdays.revisions import revise
from hall.workdays.table import put_forecast, put_notice

REASON = "随软件提供的放假安排"


@transaction.atomic
def seed() -> None:
    """Add the years that are missing; a notice that came with a new release replaces its forecast. Idempotent."""
    known = dict(CalendarYear.objects.values_list("year", "provisional"))
    notices = packaged()
    for year in sorted(notices.keys() - known.keys()):
        url, rows = notices[year]
        put_notice(rows, year=year, notice=REASON, url=url, source=Source.LIBRARY)
    for year in sorted(lunar_years().keys() - known.keys() - notices.keys()):
        put_forecast(forecast(year), year=year)
    revise(REASON)
    # Only here may a case be open whose due date rests on the forecast.
    for year in [year for year in notices if known.get(year)]:
        url, rows = notices[year]
        load_notice(rows, year=year, notice=REASON, url=url, source=Source.LIBRARY)
