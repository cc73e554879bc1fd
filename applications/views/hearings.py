"""听证公告: the list that anybody reads, one notice, and registering to attend (行政许可法 Art. 46, 48)."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from applications.actions.hearings.public_notice import ANYBODY, register_listener
from applications.models import Listener
from applications.queries.public_hearings import notice, notices, register_until, seats_left, takes_names
from hall.accounts.people import signed_in
from hall.organisations.requests import hall_of


@require_safe
def hearing_list(request: HttpRequest) -> HttpResponse:
    page = notices(hall_of(request), before=request.GET.get("before", ""), after=request.GET.get("after", ""))
    context = {
        "sittings": page.sittings,
        "newer": f"?after={page.newer}" if page.newer else "",
        "older": f"?before={page.older}" if page.older else "",
    }
    return render(request, "applications/hearings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hearing_notice(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Anybody reads it; whoever registers has an account with a real name."""
    sitting = notice(hall_of(request), uid)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        register_listener(uid, signed_in(request))
        messages.success(request, _("报名成功，请携带身份证件按时到场。"))
        return redirect("hearings:notice", uid)
    known = request.user.is_authenticated
    context = {
        "sitting": sitting,
        "who": sitting.who_may_attend or ANYBODY,
        "until": register_until(sitting),
        "left": seats_left(sitting),
        "takes_names": takes_names(sitting),
        "registered": known and Listener.objects.filter(hearing=sitting.hearing, user=signed_in(request)).exists(),
        "here": request.get_full_path(),
    }
    return render(request, "applications/hearings/notice.html", context)
