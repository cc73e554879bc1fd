"""The figures as a page for everybody, as one for supervisors, and as CSV."""

import csv

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from applications.documents.kinds import Ground
from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.clock import today
from hall.errors import NotAllowed
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of, to_own_hall
from tracking.requests.kinds import AnswerKind
from tracking.requests.lifecycle import RequestState
from tracking.statistics.figures import Figures, Span, figures
from tracking.statistics.forms import SpanForm
from tracking.statistics.rules import halls_of


@require_safe
def public(request: HttpRequest) -> HttpResponse:
    return _answer(request, hall_of(request), supervised=False)


@login_required
@require_safe
def supervised(request: HttpRequest) -> HttpResponse:
    """The same figures, with what waits and is late today."""
    user = signed_in(request)
    halls = list(halls_of(user))
    if not halls:
        raise NotAllowed(_("公开统计的督查页面只对监督岗位的工作人员开放。"))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    if moved := to_own_hall(request, hall):
        return moved
    record("statistics.read", actor=actor_of(user), hall_code=hall.code)
    return _answer(request, hall, supervised=True)


def _answer(request: HttpRequest, hall: Hall, *, supervised: bool) -> HttpResponse:
    form = SpanForm(request.GET, today=today())
    valid = form.is_valid()
    span = form.span if valid else None
    told = figures(hall, span, today()) if span else []
    if span and request.GET.get("format") == "csv":
        return _csv(told, span, supervised=supervised)
    *departments, whole = told or [Figures("")]
    asked = request.GET.copy()
    asked["format"] = "csv"
    context = {
        "form": form,
        "span": span,
        "rows": [one for one in departments if not one.is_empty or (supervised and one.overdue)],
        "whole": whole,
        "supervised": supervised,
        "csv": f"?{asked.urlencode()}",
        "withheld": [(one.label, whole.withheld[one.value]) for one in Ground],
        "at_source": [(one.label, whole.at_source[one.value]) for one in Ground],
        "refused": [(one.label, whole.refused[one.value]) for one in Ground],
        "answers": [
            *((one.label, whole.answers[one.value]) for one in AnswerKind),
            (RequestState.UNHANDLED.label, whole.unhandled),
        ],
    }
    return render(request, "statistics/figures.html", context, status=200 if valid else 400)


def _csv(told: list[Figures], span: Span, *, supervised: bool) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="disclosure-{span.first}-{span.last}.csv"'
    writer = csv.writer(response)
    late = ["overdue"] if supervised else []
    writer.writerow(["department", "first", "last", *(name for name, _number in told[0].cells()), *late])
    for one in told:
        numbers = [*(number for _name, number in one.cells()), *([one.overdue] if supervised else [])]
        writer.writerow([one.name or _("合计"), span.first, span.last, *numbers])
    return response
