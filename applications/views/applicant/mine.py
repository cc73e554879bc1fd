"""My cases: newest first, open, ended or drafts, by key."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from applications.actions.settling import settle_due
from applications.forms.listed import entry_of
from applications.queries.mine import Page, my_cases
from applications.views.applicant.pages import personal
from hall.accounts.people import signed_in

TABS = [("", _("全部")), ("open", _("办理中")), ("ended", _("已结束")), ("drafts", _("草稿"))]


@personal("GET")
def cases(request: HttpRequest) -> HttpResponse:
    settle_due()
    show = request.GET.get("show", "")
    page = my_cases(
        signed_in(request), show=show, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    context = {
        "tabs": [(label, _address(show=key), key == show) for key, label in TABS],
        "entries": [entry_of(row) for row in page.rows],
        **_neighbours(page, show),
    }
    return render(request, "applications/applicant/cases.html", context)


def _neighbours(page: Page, show: str) -> dict[str, Any]:
    return {
        "newer": _address(show=show, before=page.newer) if page.newer else "",
        "older": _address(show=show, after=page.older) if page.older else "",
    }


def _address(**query: str) -> str:
    given = urlencode({key: value for key, value in query.items() if value})
    return f"{reverse('apply:mine')}?{given}" if given else reverse("apply:mine")
