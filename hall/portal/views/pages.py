"""Pages that say how the site works: halls, help, site map, accessibility."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hall.catalogue.topics import BY_AUDIENCE
from hall.portal.places import places
from hall.workdays.lamp import Lamp

KINDS = {"市辖区": _("市辖区"), "县": _("县"), "自治县": _("自治县")}


def _rank(kind: str) -> int:
    """The order of the statistical code book: 市辖区, 县, 自治县; an unknown kind last."""
    return list(KINDS).index(kind) if kind in KINDS else len(KINDS)


@require_safe
def halls(request: HttpRequest) -> HttpResponse:
    """The city first, then its districts and its counties, as the division table has them."""
    every = places()
    ordered = sorted((one for one in every if not one.is_city), key=lambda one: (_rank(one.kind), one.code))
    kinds = [(KINDS.get(kind, kind), list(members)) for kind, members in groupby(ordered, key=lambda one: one.kind)]
    city = [one for one in every if one.is_city]
    return render(request, "portal/halls.html", {"city": city, "kinds": kinds})


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/help.html", {"lamps": list(Lamp)})


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    context = {"themes": BY_AUDIENCE, "places": places()}
    return render(request, "portal/sitemap.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html")
