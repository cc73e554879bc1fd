"""The one page of the demonstration adapter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hall.accounts.actions.raise_level import raise_level
from hall.accounts.people import signed_in
from hall.accounts.views.returning import return_address
from hall.organisations.requests import hall_of
from integrations.identity.demo import demo_provider


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    provider = demo_provider()
    if provider is None:
        raise Http404
    if request.method == "POST":
        raise_level(signed_in(request), provider.level, provider, hall_code=hall_of(request).code)
        messages.success(request, _("演示认证完成，您的实名等级现在是：中级。"))
        return redirect(return_address(request) or "accounts:profile")
    return render(request, "identity/demo.html", {"provider": provider, "next": return_address(request)})
