"""The same law counted in another way: make the set of all days that count, and take the N-th of them."""

from datetime import date, timedelta


def workday_due(start: date, days: int, calendar, suspensions) -> date:
    out = {gap.first + timedelta(i) for gap in suspensions for i in range((gap.last - gap.first).days + 1)}
    ahead = [start + timedelta(i) for i in range(1, 3 * days + len(out) + 60)]
    return [day for day in ahead if calendar.is_workday(day) and day not in out][days - 1]


def natural_due(start: date, days: int, calendar, suspensions) -> date:
    out = {gap.first + timedelta(i) for gap in suspensions for i in range((gap.last - gap.first).days + 1)}
    ahead = [start + timedelta(i) for i in range(1, days + len(out) + 60)]
    last = [day for day in ahead if day not in out][days - 1]
    return min(day for day in ahead if day >= last and calendar.is_workday(day) and day not in out)
