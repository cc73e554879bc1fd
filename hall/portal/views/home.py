"""The home page: two doors by theme, department and division, and the panels that settings name."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hall.catalogue.models import Offering
from hall.catalogue.topics import BY_AUDIENCE
from hall.organisations.models import Department
from hall.organisations.requests import hall_of
from hall.portal.navigation import url_or_blank
from hall.portal.panels import draw_panels
from hall.portal.places import places

THEMES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Door:
    title: Promise
    text: Promise
    url: str
    themes: list[Link]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    context = {
        "doors": [
            _door("person", _("个人服务"), _("证件、就业、社保、医疗……按您要办的事来找")),
            _door("organisation", _("法人服务"), _("开办、准营、资质、年检……按单位的事项来找")),
        ],
        "departments": _departments(request),
        "places": places(),
        "panels": draw_panels(request, settings.HALL_HOME_PANELS),
    }
    return render(request, "portal/home.html", context)


def _items(**filters: str) -> str:
    address = url_or_blank("catalogue:list")
    return f"{address}?{urlencode(filters)}" if address else ""


def _door(audience: str, title: Promise, text: Promise) -> Door:
    shown = BY_AUDIENCE[audience][:THEMES_SHOWN]
    themes = [Link(gettext(name), _items(audience=audience, topic=name)) for name in shown]
    return Door(title, text, _items(audience=audience), themes)


def _departments(request: HttpRequest) -> list[Link]:
    """Only those that offer something: an empty department is no door. The place is in the name of the site."""
    hall = hall_of(request)
    offers = Offering.objects.filter(department=OuterRef("pk"), withdrawn_on__isnull=True)
    offering = Department.objects.filter(Exists(offers), hall=hall)
    place = hall.division.name
    return [Link(one.name.removeprefix(place), _items(department=one.uscc)) for one in offering]
