"""我要办: everything that a hall offers, through two doors, by theme, by department, by a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hall.catalogue.models import Offering
from hall.catalogue.paging import Page, page_of
from hall.catalogue.queries import department_counts, offerings_for, topic_counts
from hall.catalogue.wishes import wish_of
from hall.organisations.models import Department, Hall
from hall.organisations.requests import hall_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One link of a filter."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


@require_safe
def item_list(request: HttpRequest) -> HttpResponse:
    here, wish = hall_of(request), wish_of(request)
    found = offerings_for(here, **wish)
    page = page_of(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "wish": wish,
        "entries": [_entry(one, here) for one in page.entries],
        "total": found.count(),
        "levels": _levels(wish, here),
        "audiences": _audiences(wish),
        "topics": _topics(wish, here),
        "departments": _departments(wish, here),
        "chosen": _chosen(wish),
        "clear_url": _url({}),
        **_pager(wish, page),
    }
    return render(request, "catalogue/list.html", context)


def _url(wish: Mapping[str, str], **changes: str) -> str:
    asked = {name: value for name, value in {**wish, **changes}.items() if value}
    return f"{reverse('catalogue:list')}?{urlencode(asked)}" if asked else reverse("catalogue:list")


def _entry(one: Offering, here: Hall) -> dict[str, Any]:
    """On the city's page a district's item leads to the choice of the district first."""
    choose = here.is_city and one.level == "district"
    name, argument = ("divisions", one.catalog_code) if choose else ("guide", one.task_code)
    who = _("由区县%(kind)s部门办理，请先选择区县") % {"kind": one.department_kind}
    return {
        "title": one.name,
        "url": reverse(f"catalogue:{name}", args=[argument]),
        "meta": who if choose else one.department.name,
        "is_draft": not one.published,
    }


def _levels(wish: Mapping[str, str], here: Hall) -> list[Choice]:
    """Own entries first, the other level beside them."""
    own, other = ("city", "district") if here.is_city else ("district", "city")
    labels = {own: _("%s事项") % (_("市级") if here.is_city else here.division.short_name)}
    labels[other] = _("区县事项") if here.is_city else _("市级事项")
    asked = wish["level"] or own
    rest = {**wish, "department": ""}
    return [
        Choice(
            labels[level],
            _url(rest, level="" if level == own else level),
            offerings_for(here, **{**rest, "level": level}).count(),
            level == asked,
        )
        for level in (own, other)
    ]


def _audiences(wish: Mapping[str, str]) -> list[Choice]:
    doors = [("", _("全部")), ("person", _("个人服务")), ("organisation", _("法人服务"))]
    rest = {**wish, "topic": ""}
    return [Choice(label, _url(rest, audience=door), None, wish["audience"] == door) for door, label in doors]


def _topics(wish: Mapping[str, str], here: Hall) -> list[Choice]:
    counts = topic_counts(offerings_for(here, **{**wish, "topic": ""}))
    return [Choice(_(name), _url(wish, topic=name), count, name == wish["topic"]) for name, count in counts.items()]


def _departments(wish: Mapping[str, str], here: Hall) -> list[Choice]:
    counts = department_counts(offerings_for(here, **{**wish, "department": ""}))
    asked = _department_label(wish["department"])
    return [Choice(kind, _url(wish, department=kind), count, kind == asked) for kind, count in counts.items()]


def _department_label(word: str) -> str:
    """The kind behind a credit code in the address."""
    if not word[:1].isdigit():
        return word
    return Department.objects.filter(uscc=word).values_list("kind", flat=True).first() or word


def _chosen(wish: Mapping[str, str]) -> list[Choice]:
    """What narrows the list now; each link takes its wish away."""
    topic = wish["topic"]
    labels = {"topic": _(topic) if topic else "", "department": _department_label(wish["department"])}
    return [Choice(label, _url(wish, **{name: ""})) for name, label in labels.items() if label]


def _pager(wish: Mapping[str, str], page: Page) -> dict[str, str]:
    return {
        "newer": _url(wish, before=page.newer) if page.newer else "",
        "older": _url(wish, after=page.older) if page.older else "",
    }
