"""For those who disclose: what the credit platform has, and each fault of each row that it has not. No download."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.errors import NotAllowed
from hall.organisations.requests import hall_of, to_own_hall
from hall.uids import row_after
from tracking.creditfile import queries
from tracking.disclosure.rules import halls_of


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    halls = list(halls_of(user))
    if not halls:
        raise NotAllowed(_("双公示报送只对公示起草和保密审查岗位的工作人员开放。"))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    if moved := to_own_hall(request, hall):
        return moved
    faulty, more = queries.faulty(hall, row_after(request.GET.get("after", "")))
    record("credit.listed", actor=actor_of(user), hall_code=hall.code)
    context = {"files": queries.files(hall), "faulty": faulty, "older": f"?after={more}" if more else ""}
    return render(request, "creditfile/desk.html", context)
