"""The panel of 我的空间: my requests for disclosure."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hall.portal.panels import Panel
from tracking.requests.rules import mine as own


def mine(request: HttpRequest) -> Panel | None:
    requests = list(own(request.user).order_by("-id")[:5])
    if not requests:
        return None
    entries = [
        {"title": one.title, "url": reverse("requests:one", args=[one.uid]), "tag": one.get_state_display()}
        for one in requests
    ]
    return Panel(
        _("我的政府信息公开申请"),
        "requests/mine.html",
        {"entries": entries},
        reverse("requests:new"),
        _("我要申请公开"),
    )
