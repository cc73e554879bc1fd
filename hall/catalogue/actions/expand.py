"""From a content to who offers it: an offering for the department of that kind in each hall, as the data says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from hall.catalogue.codes import task_code
from hall.catalogue.models import ItemVersion, Offering, ServiceItem, State
from hall.catalogue.search import search_text
from hall.catalogue.spec import said
from hall.clock import today
from hall.organisations.kinds import canonical_kind
from hall.organisations.models import Department
from hall.organisations.queries import open_halls

_OWN = [
    "version", "department", "hall", "level", "name", "department_kind", "audiences", "topics", "published",
    "missing", "withdrawn_on", "search_text",
]  # fmt: skip
Departments = Mapping[tuple[str, str], list[Department]]


@dataclass(frozen=True, slots=True)
class Expansion:
    """How many offerings there are now, and which halls lack the department that an item names."""

    offered: int
    withdrawn: int
    lacking: tuple[str, ...]


@transaction.atomic
def expand(items: Iterable[ServiceItem]) -> Expansion:
    """Make the offerings of these items what their current versions say; what is not offered any more is withdrawn."""
    item_ids = [item.pk for item in items]
    departments = _departments()
    wanted: list[Offering] = []
    lacking: set[str] = set()
    for version in current_versions(item_ids):
        for offer in version.content.get("offered_by", ()):
            found = _of_offer(offer, departments)
            wanted.extend(_offering(version, offer, one) for one in found)
            if not found:
                lacking.add(f"{version.item.catalog_code} {offer['level']} {offer['department']}")
    Offering.objects.bulk_create(
        _changed(wanted, item_ids),
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["task_code"],
        update_fields=_OWN,
    )
    gone = Offering.objects.filter(item__in=item_ids, withdrawn_on__isnull=True)
    gone = gone.exclude(task_code__in=[one.task_code for one in wanted])
    return Expansion(len(wanted), gone.update(withdrawn_on=today(), published=False), tuple(sorted(lacking)))


def current_versions(item_ids: Iterable[int]) -> Iterator[ItemVersion]:
    """The published version of each item, else its draft; an item with neither is offered nowhere."""
    live = ItemVersion.objects.filter(item__in=item_ids, state__in=[State.DRAFT, State.PUBLISHED])
    # "published" sorts after "draft", so the dictionary keeps the published one.
    newest = {version.item_id: version for version in live.select_related("item").order_by("state")}
    yield from newest.values()


def _changed(wanted: Iterable[Offering], item_ids: Iterable[int]) -> list[Offering]:
    """Those that the table does not hold as they are: every start asks for thousands, and as a rule none is new."""
    names = [each.attname for each in Offering._meta.concrete_fields if each.name in {"task_code", *_OWN}]
    known = {row["task_code"]: row for row in Offering.objects.filter(item__in=item_ids).values(*names)}
    return [one for one in wanted if known.get(one.task_code) != {name: getattr(one, name) for name in names}]


def _departments() -> Departments:
    """Departments of the halls that are open today, by level and kind."""
    found: dict[tuple[str, str], list[Department]] = defaultdict(list)
    for one in Department.objects.filter(hall__in=open_halls()).select_related("hall"):
        found[one.hall.level, one.kind].append(one)
    return found


def _of_offer(offer: Mapping[str, Any], departments: Departments) -> list[Department]:
    here = departments.get((offer["level"], canonical_kind(offer["department"])), [])
    divisions = offer.get("divisions", "all")
    return [one for one in here if divisions == "all" or one.hall.code in divisions]


def _offering(version: ItemVersion, offer: Mapping[str, Any], department: Department) -> Offering:
    content, code = version.content, version.item.catalog_code
    return Offering(
        task_code=task_code(department.uscc, offer["level"], code, use_level=offer.get("use_level", "")),
        item=version.item,
        version=version,
        department=department,
        hall=department.hall,
        level=offer["level"],
        catalog_code=code,
        name=said(content["name"]),
        department_kind=department.kind,
        audiences=content.get("applicants", []),
        topics=content.get("topics", []),
        published=version.state == State.PUBLISHED,
        missing=version.missing,
        search_text=search_text(content, department),
    )
