"""What is offered where. Every list goes through one hall: its own entries, or those of the other level beside it."""

from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, F, Func, QuerySet, TextField
from django.utils.translation import gettext as _

from hall.catalogue.models import Offering, ServiceItem
from hall.catalogue.spec import Level
from hall.errors import NotFound
from hall.organisations.models import Hall
from hall.textsearch import matching

Offerings = QuerySet[Offering]
AGENCIES_FRESH_SECONDS = 600
_WITH = ("version", "item", "department", "hall__division")


def visible() -> Offerings:
    """What the public may see: published entries, and in the demo the drafts, greyed."""
    offered = Offering.objects.filter(withdrawn_on__isnull=True)
    return offered if settings.HALL_DEMO else offered.filter(published=True)


def offerings_for(
    hall: Hall, q: str = "", audience: str = "", topic: str = "", department: str = "", level: str = ""
) -> Offerings:
    """The entries of a hall that answer the wish; ``level`` asks for those of the other level, seen from here."""
    found = _side(hall, level or hall.level)
    if audience:
        found = found.filter(audiences__contains=[audience])
    if topic:
        found = found.filter(topics__contains=[topic])
    if department:
        found = found.filter(**_department(department))
    for word in q.split()[:8]:
        found = matching(found, "search_text", word)
    return found


def _side(hall: Hall, level: str) -> Offerings:
    """A district looks up to its city; the city looks down on all its districts."""
    if level == hall.level:
        return visible().filter(hall=hall)
    return _once_an_item(visible().filter(hall__parent=hall)) if hall.is_city else visible().filter(hall=hall.parent)


def _department(word: str) -> dict[str, str]:
    """By kind as the list's own links say, or by credit code as the links of the home page say."""
    return {"department__uscc": word} if word[:1].isdigit() else {"department_kind": word}


def _once_an_item(found: Offerings) -> Offerings:
    """One entry for each item, whichever district it is: the visitor chooses the district next."""
    first = found.order_by("item_id", "task_code").distinct("item_id")
    # Asked at once, so that a word is looked for in hundreds of rows and not, as the planner would, in thousands.
    return visible().filter(pk__in=list(first.values_list("pk", flat=True)))


def topic_counts(found: Offerings) -> dict[str, int]:
    """How many entries stand under each theme."""
    unnested = Func(F("topics"), function="unnest", output_field=TextField(), set_returning=True)
    rows = found.order_by().annotate(topic=unnested).values("topic").annotate(entries=Count("pk"))
    return {row["topic"]: row["entries"] for row in rows.order_by("-entries", "topic")}


def department_counts(found: Offerings) -> dict[str, int]:
    """How many entries each kind of department offers."""
    rows: Any = found.order_by().values("department_kind").annotate(entries=Count("pk"))
    return {row["department_kind"]: row["entries"] for row in rows.order_by("-entries", "department_kind")}


def offering(task_code: str) -> Offering:
    """One entry by its code. Raises NotFound."""
    found = visible().select_related(*_WITH, "hall__parent").filter(task_code=task_code).first()
    if found is None:
        raise NotFound(_("没有找到这个事项，可能已停止实施。"))
    return found


def offering_for(item: ServiceItem, level: Level, division_code: str) -> Offering:
    """Who offers the item at a level to people of a division: that division's hall, or the city. Raises NotFound."""
    code = settings.HALL_CITY_CODE if level == "city" else division_code
    offered = Offering.objects.select_related(*_WITH).filter(withdrawn_on__isnull=True, item=item, level=level)
    found = offered.filter(hall__code=code).first()
    if found is None:
        raise NotFound(_("该区划没有办理这个事项的部门。"))
    return found


def item_with_offerings(catalog_code: str) -> tuple[ServiceItem, list[Offering]]:
    """An item and everyone who offers it, the city first. Raises NotFound."""
    offered = visible().filter(catalog_code=catalog_code).select_related(*_WITH).order_by("hall__code")
    entries = list(offered)
    if not entries:
        raise NotFound(_("没有找到这个事项，可能已停止实施。"))
    return entries[0].item, entries


@dataclass(frozen=True, slots=True)
class Agency:
    """A department that offers an item, as somebody is sent to it."""

    uscc: str
    name: str
    phone: str


def agencies_offering(item_id: int) -> list[Agency]:
    """Who else can be applied to for an item: asked at most every ten minutes, since who offers what seldom changes."""
    found = cache.get_or_set(f"agencies:{item_id}", lambda: _agencies(item_id), AGENCIES_FRESH_SECONDS)
    return cast(list[Agency], found)


def _agencies(item_id: int) -> list[Agency]:
    offered = Offering.objects.filter(item_id=item_id, withdrawn_on=None).order_by("hall__code")
    rows = offered.values_list("department__uscc", "department__name", "department__phone").distinct()
    return [Agency(*row) for row in rows]
