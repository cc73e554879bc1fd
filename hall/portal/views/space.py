"""我的空间: a frame whose panels settings name."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.portal.panels import draw_panels


@login_required
@require_safe
def space(request: HttpRequest) -> HttpResponse:
    panels = draw_panels(request, settings.HALL_SPACE_PANELS)
    response = render(request, "portal/space.html", {"panels": panels})
    response["Cache-Control"] = "no-store"
    return response
