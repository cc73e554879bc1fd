"""The public register: a list to search and a page for each record. No sign-in, no case, no personal data."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.audit.circumstances import circumstances
from hall.clock import today
from hall.organisations.requests import hall_of
from hall.textsearch import Position
from tracking.register import queries
from tracking.register.asof import as_of, day_of
from tracking.register.cursor import cursor_of
from tracking.register.facets import facets_of
from tracking.register.forms import HEADINGS, SearchForm, halls_of, known
from tracking.register.freshness import at_once
from tracking.register.queries import Wanted
from tracking.register.questions import ask
from tracking.register.searching import words_of
from tracking.register.seen_by_engines import canonical, is_plain, kept_out
from tracking.register.suggesting import TYPED, suggestions


@require_safe
@at_once
def record_list(request: HttpRequest) -> HttpResponse:
    """Records of this hall, or of the whole city on the city's site."""
    hall = hall_of(request)
    form = SearchForm(request.GET, hall)
    valid = form.is_valid()
    wanted = form.wanted(_position(request))
    ask(wanted, circumstances().address)
    page = queries.page(hall, wanted)
    words = words_of(wanted.query)
    plain = valid and is_plain(request, page.records)
    context = {
        "heading": HEADINGS[wanted.kind],
        "canonical": canonical("register:list") if plain else "",
        "form": form,
        "page": page,
        "words": words,
        "in_content": wanted.in_content,
        "one_character": any(len(word) == 1 for word in words),
        "unranked": wanted.best_first and bool(words) and not page.best_first and bool(page.records),
        "facets": facets_of(page, wanted, known(request.GET), dict(halls_of(hall)) if hall.is_city else {}),
        "filtered": any(request.GET.values()),
        "in_content_url": _elsewhere(request) if words and not wanted.in_content else "",
        "newer": _address(request, "after", page.newer),
        "older": _address(request, "before", page.older),
    }
    response = render(request, "register/list.html", context, status=200 if valid else 400)
    return response if plain else kept_out(response)


def _position(request: HttpRequest) -> Position | None:
    return cursor_of(request.GET.get("before", "")) or cursor_of(request.GET.get("after", ""), backwards=True)


def _address(request: HttpRequest, name: str, cursor: str) -> str:
    """The address of a neighbouring page, with the filters kept."""
    if not cursor:
        return ""
    kept = known(request.GET)
    kept[name] = cursor
    return f"?{kept.urlencode()}"


def _elsewhere(request: HttpRequest) -> str:
    """The same question to what was decided, where that is searched."""
    return _address(request, "where", "content") if settings.HALL_SEARCH_CONTENT else ""


@require_safe
@at_once
def suggest(request: HttpRequest) -> HttpResponse:
    """Options for the search box, while somebody types."""
    typed = request.GET.get("q", "")
    ask(Wanted(query=typed[:TYPED]), circumstances().address)
    names = suggestions(hall_of(request), typed)
    return kept_out(render(request, "register/suggestions.html", {"names": names}))


@require_safe
@at_once
def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One record with the standard header, as it stands or, by ``?on=``, as it stood on a day.

    Natural persons' pages are kept out of search engines (domain.md §5), and so are pages of a day.
    """
    found = queries.record(hall_of(request), uid)
    standings, changes = queries.standings_of(found), queries.changes_of(found.uid)
    day = day_of(request.GET.get("on", ""), found)
    context = {
        "record": found,
        "as_of": as_of(found, day, standings, changes) if day else None,
        "standings": standings,
        "changes": changes,
        "inspections": queries.inspections_of(found),
        "today": today(),
        "canonical": "" if found.grantee_is_person or day else canonical("register:record", uid),
    }
    response = render(request, "register/record.html", context)
    return response if context["canonical"] else kept_out(response, links=False)
