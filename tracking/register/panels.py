"""The home page's panel of the newest disclosures."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hall.organisations.requests import hall_of
from hall.portal.panels import Panel
from tracking.register.queries import latest as latest_records


def latest(request: HttpRequest) -> Panel:
    records = latest_records(hall_of(request))
    return Panel(
        _("最新公示"),
        "register/latest.html",
        {"records": records},
        more_url=reverse("register:list"),
        more_text=_("查看全部公示"),
    )
