"""The public register: a list to search and a page for each record. No sign-in, no case, no personal data."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hall.organisations.requests import hall_of
from tracking.register import queries
from tracking.register.forms import SearchForm, cursor_of


def record_list(request: HttpRequest) -> HttpResponse:
    """Records of this hall, or of the whole city on the city's site."""
    form = SearchForm(request.GET)
    valid = form.is_valid()
    hall = hall_of(request)
    before = cursor_of(request.GET.get("before", ""))
    page = queries.page(form.wanted("" if hall.is_city else hall.code, before))
    context = {"form": form, "page": page, "older": _older(request, page), "searched": any(request.GET.values())}
    return render(request, "register/list.html", context, status=200 if valid else 400)


def _older(request: HttpRequest, page: queries.Page) -> str:
    """The address of the following page, with the filters kept."""
    if page.following is None:
        return ""
    day, pk = page.following
    kept = request.GET.copy()
    kept["before"] = f"{day.isoformat()}_{pk}"
    return f"?{kept.urlencode()}"


def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One record with the standard header. Natural persons' pages are kept out of search engines (domain.md §5)."""
    found = queries.record(uid)
    response = render(request, "register/record.html", {"record": found})
    if found.grantee_is_person:
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response
