"""The panel of 我的空间: my complaints and suggestions."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from complaints.grievances.rules import mine as own
from hall.portal.panels import Panel


def mine(request: HttpRequest) -> Panel | None:
    grievances = list(own(request.user).order_by("-id")[:5])
    if not grievances:
        return None
    entries = [
        {"title": one.title, "url": reverse("grievances:one", args=[one.uid]), "tag": one.get_state_display()}
        for one in grievances
    ]
    write = reverse("grievances:new")
    return Panel(_("我的建议投诉"), "grievances/mine.html", {"entries": entries}, write, _("我要建议投诉"))
