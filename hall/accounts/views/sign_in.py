"""Signing in and out (domain: 等保 2.0, identity b)."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from hall.accounts.forms.sign_in import SignInForm
from hall.accounts.middleware import Ended
from hall.accounts.people import actor_of, signed_in
from hall.accounts.rooms import rooms_of
from hall.audit.trail import record
from hall.organisations.requests import hall_of

LOCKED_SECONDS = int(settings.AXES_COOLOFF_TIME * 3600)
WHY_ENDED = {
    Ended.IDLE: _("您有一段时间没有操作，为了安全已退出登录。已保存的草稿还在，登录后可以继续。"),
    Ended.TOO_LONG: _("本次登录时间已满，为了安全已退出登录。已保存的草稿还在，登录后可以继续。"),
}


def _ended_note(request: HttpRequest) -> Any:
    try:
        return WHY_ENDED[Ended(request.GET.get("ended", ""))]
    except ValueError:
        return ""


class SignIn(LoginView):
    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        user = signed_in(self.request)
        hall_code = hall_of(self.request).code
        record("account.signed_in", actor=actor_of(user), hall_code=hall_code, subject_uid=user.uid)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = 422
        return response

    def get_default_redirect_url(self) -> str:
        """Staff begin in the first room that is theirs, which an installation without upper floors does not have."""
        entries = rooms_of(self.request.user)
        try:
            return reverse(entries[0][1]) if entries else super().get_default_redirect_url()
        except NoReverseMatch:
            return super().get_default_redirect_url()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context) | {"ended": _ended_note(self.request)}


@method_decorator(never_cache, name="dispatch")
class SignOut(LogoutView):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            user = signed_in(request)
            hall_code = hall_of(request).code
            record("account.signed_out", actor=actor_of(user), hall_code=hall_code, subject_uid=user.uid)
        return super().post(request, *args, **kwargs)


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """Called by django-axes, also for a name that does not exist: the answer tells nothing of accounts."""
    context = {"minutes": LOCKED_SECONDS // 60}
    page = render(request, "accounts/locked_out.html", context, status=429)
    page.headers["Retry-After"] = str(LOCKED_SECONDS)
    return page
