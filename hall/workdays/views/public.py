"""For anyone: the calculator 期限计算器, and the calendar with its versions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.clock import today
from hall.organisations.requests import hall_of
from hall.workdays.day_by_day import day_by_day
from hall.workdays.forms import DeadlineForm
from hall.workdays.queries import LATEST, latest_versions, place, regional_days, years_known
from hall.workdays.wording import whole_day

# A year with its rest; who asks for more reads the sentences.
MOST_SHOWN = 400


@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """The question stands in the address, so that an answer can be kept, sent and checked."""
    asked = "start" in request.GET
    initial = {"start": today(), "days": 20, "unit": "working", "division": hall_of(request).code}
    form = DeadlineForm(request.GET if asked else None, initial=initial)
    context: dict[str, Any] = {"form": form}
    if asked and form.is_valid():
        due = form.due()
        days = day_by_day(due)
        context |= {"due": due, "last_day": whole_day(due.due)}
        context |= {"days": days[:MOST_SHOWN], "cut": len(days) > MOST_SHOWN}
    return render(request, "workdays/calculator.html", context, status=422 if asked and form.errors else 200)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What is known of which year and from where, and every version there was."""
    before = place(request.GET.get("before", ""))
    versions = latest_versions(before)
    context = {
        "years": years_known(),
        "regional": regional_days(),
        "versions": versions[:LATEST],
        "older": f"?before={versions[LATEST - 1].pk}" if len(versions) > LATEST else "",
        "first": request.path if before else "",
    }
    return render(request, "workdays/calendar.html", context)
