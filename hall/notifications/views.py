"""我的消息. Reading a list marks nothing: a message is read when its reader says so, by a POST."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from hall.accounts.people import signed_in
from hall.notifications.actions import mark_all_read, mark_read
from hall.notifications.queries import page_of, unread
from hall.uids import row_after


@never_cache
@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    user, after = signed_in(request), row_after(request.GET.get("after", ""))
    page = page_of(user, after=after)
    context = {
        "messages_shown": page.messages,
        "unread": unread(user),
        "older": f"?after={page.older}" if page.older else "",
        "first": request.path if after else "",
    }
    return render(request, "notifications/inbox.html", context)


@login_required
@require_POST
def read(request: HttpRequest, uid: UUID) -> HttpResponse:
    mark_read(signed_in(request), uid)
    return redirect("notifications:inbox")


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    mark_all_read(signed_in(request), until=request.POST.get("until", ""))
    return redirect("notifications:inbox")
