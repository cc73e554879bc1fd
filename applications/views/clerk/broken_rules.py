"""What supervisors read: which rule was broken where, and since when (行政许可法 Art. 60, 72; domain.md §7.4)."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from applications.actions.settling import settle_due
from applications.queries.desk.broken_rules import page
from applications.supervision import RULES
from applications.views.clerk.entering import note_reading
from hall.accounts.models import Duty
from hall.accounts.people import signed_in
from hall.accounts.rules import departments_of
from hall.errors import NotAllowed
from hall.organisations.requests import hall_of, to_own_hall


@login_required
@require_safe
def broken_rules(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    places = departments_of(user, Duty.SUPERVISOR)
    if not places:
        raise NotAllowed(_("效能监督事件只对监督岗位开放。"))
    hall = hall_of(request)
    if not places.filter(hall=hall) and (elsewhere := to_own_hall(request, places[0].hall)):
        return elsewhere
    settle_due()
    rule = request.GET.get("rule", "")
    rows, after = page(user, hall, rule=rule if rule in RULES else "", after=request.GET.get("after", ""))
    note_reading(request, user, action="supervision.listed", hall=hall, shown=[row.one.subject_uid for row in rows])
    older = request.GET.copy()
    older["after"] = after
    context = {
        "rows": rows,
        "rules": [(code, watched.label) for code, watched in RULES.items()],
        "chosen": rule,
        "older": f"?{older.urlencode()}" if after else "",
    }
    return render(request, "applications/clerk/broken_rules.html", context)
