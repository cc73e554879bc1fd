"""Pages that say how the site works: halls, help, site map, accessibility."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hall.catalogue.topics import BY_AUDIENCE
from hall.portal.places import places
from hall.workdays.lamp import Lamp


def halls(request: HttpRequest) -> HttpResponse:
    """Districts first, then counties, as the division table has them."""
    city, districts = [], []
    for place in places():
        (city if place.is_city else districts).append(place)
    ordered = sorted(districts, key=lambda place: (place.kind, place.code))
    kinds = [(kind, list(members)) for kind, members in groupby(ordered, key=lambda place: place.kind)]
    return render(request, "portal/halls.html", {"city": city, "kinds": kinds})


def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/help.html", {"lamps": list(Lamp)})


def site_map(request: HttpRequest) -> HttpResponse:
    context = {"themes": BY_AUDIENCE, "places": places()}
    return render(request, "portal/sitemap.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html")
