"""How to reach the real-name level that an item asks for."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hall.accounts.identity import providers_for
from hall.accounts.models import RealNameLevel
from hall.accounts.people import signed_in
from hall.accounts.views.returning import return_address


@never_cache
@login_required
@require_safe
def real_name(request: HttpRequest) -> HttpResponse:
    """``next`` is where to go on, ``level`` what is needed there."""
    user = signed_in(request)
    needed = _level(request.GET.get("level", ""))
    after = return_address(request)
    context = {
        "held": RealNameLevel(user.real_name_level),
        "needed": needed,
        "reached": needed is not None and user.real_name_level >= needed,
        "levels": RealNameLevel,
        "next": after,
        "ways": [(way, way.start_url(after or reverse("accounts:profile"))) for way in providers_for(user)],
    }
    return render(request, "accounts/real_name.html", context)


def _level(text: str) -> RealNameLevel | None:
    return RealNameLevel(int(text)) if text in {"1", "2", "3"} else None
