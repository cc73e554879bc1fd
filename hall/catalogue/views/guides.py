"""The guide of one offering, and the choice of a division where a district decides."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from hall.catalogue.guide import guide_of
from hall.catalogue.guide.key_facts import codes
from hall.catalogue.models import Offering
from hall.catalogue.queries import item_with_offerings, offering
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of


@require_safe
def guide(request: HttpRequest, task_code: str) -> HttpResponse:
    found, here = offering(task_code), hall_of(request)
    if not _belongs(found, here):
        # Another district's entry is shown in that district's own hall.
        return HttpResponseRedirect(f"/{found.hall.code}/items/{task_code}/")
    context = {"guide": guide_of(found), "codes": codes(found), "apply_url": _apply_url(found)}
    return render(request, "catalogue/guide.html", context)


def _belongs(found: Offering, here: Hall) -> bool:
    """In its own hall; the city's entries in every district, and every district's in the city."""
    return here in (found.hall, found.hall.parent) or found.hall == here.parent


def _apply_url(found: Offering) -> str:
    try:
        return reverse("apply:start", args=[found.task_code])
    except NoReverseMatch:
        # A ground without applications still shows its guides.
        return ""


@require_safe
def divisions(request: HttpRequest, catalog_code: str) -> HttpResponse:
    """Who offers an item, the city first; a district's portal leads straight to its own entry."""
    item, entries = item_with_offerings(catalog_code)
    here = hall_of(request)
    own = [one for one in entries if one.hall_id == here.pk]
    if own and (not here.is_city or len(entries) == 1):
        return HttpResponseRedirect(reverse("catalogue:guide", args=[own[0].task_code]))
    context = {
        "item": item,
        "version": entries[0].version,
        "city": [one for one in entries if one.hall.is_city],
        "districts": [one for one in entries if not one.hall.is_city],
    }
    return render(request, "catalogue/divisions.html", context)
