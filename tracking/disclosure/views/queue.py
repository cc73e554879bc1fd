"""The queue: what is to be confirmed, reviewed, approved, and what is done."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.errors import Invalid
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of, to_own_hall
from hall.uids import row_after
from tracking.disclosure import queries
from tracking.disclosure.actions.tell_late import tell_all_late
from tracking.disclosure.rules import halls_of
from tracking.disclosure.views.entering import discloser_of


@login_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One hall's queue, in the frame of that hall."""
    user = discloser_of(request)
    halls = list(halls_of(user))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    return to_own_hall(request, hall) or _page(request, user, hall)


def _page(request: HttpRequest, user: User, hall: Hall) -> HttpResponse:
    scope = request.GET.get("scope", "") or queries.first_scope(user)
    if scope not in queries.SCOPES:
        raise Invalid(_("没有这个范围，请从页签选择。"))
    tell_all_late()
    page = queries.page(user, hall, scope, row_after(request.GET.get("after", "")))
    shown = [row.disclosure.uid for row in page.rows]
    record("disclosure.listed", actor=actor_of(user), hall_code=hall.code, shown=shown)
    numbers = queries.counts(user, hall)
    tabs = [
        {"scope": name, "label": label, "count": numbers.get(name, ""), "current": name == scope}
        for name, (label, _states) in queries.SCOPES.items()
    ]
    older = f"?scope={scope}&after={page.following}" if page.following else ""
    first = f"?scope={scope}" if request.GET.get("after") else ""
    context = {"tabs": tabs, "rows": page.rows, "scope": scope, "older": older, "first": first}
    context["deed"] = queries.deed_for_several(user, hall, scope)
    return render(request, "disclosure/queue.html", context)
