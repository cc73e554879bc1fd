"""The public register: a list to search and a page for each record. No sign-in, no case, no personal data."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.organisations.requests import hall_of
from tracking.register import queries
from tracking.register.cursor import Cursor, cursor_of
from tracking.register.forms import SearchForm


@require_safe
def record_list(request: HttpRequest) -> HttpResponse:
    """Records of this hall, or of the whole city on the city's site."""
    form = SearchForm(request.GET)
    valid = form.is_valid()
    page = queries.page(hall_of(request), form.wanted(_cursor(request)))
    context = {
        "form": form,
        "page": page,
        "filtered": any(request.GET.values()),
        "newer": _address(request, "after", page.newer),
        "older": _address(request, "before", page.older),
    }
    return render(request, "register/list.html", context, status=200 if valid else 400)


def _cursor(request: HttpRequest) -> Cursor | None:
    return cursor_of(request.GET.get("before", "")) or cursor_of(request.GET.get("after", ""), newer=True)


def _address(request: HttpRequest, name: str, cursor: Cursor | None) -> str:
    """The address of a neighbouring page, with the filters kept."""
    if cursor is None:
        return ""
    kept = request.GET.copy()
    kept.pop("before", None)
    kept.pop("after", None)
    kept[name] = str(cursor)
    return f"?{kept.urlencode()}"


@require_safe
def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One record with the standard header. Natural persons' pages are kept out of search engines (domain.md §5)."""
    found = queries.record(hall_of(request), uid)
    response = render(request, "register/record.html", {"record": found, "inspections": queries.inspections_of(found)})
    if found.grantee_is_person:
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response
