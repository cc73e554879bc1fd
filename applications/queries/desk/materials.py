"""The materials of a case as lines of its page: below from the file, above from the package that lists them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from applications.models import Handling, Material, Package
from applications.queries.claims import marks_of
from hall.files.models import FileState


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """``sm3`` is the digest as it was when handed in or packed, so that it can be compared with the file."""

    uid: UUID
    name: str
    sm3: str
    size: int
    at: datetime
    round: int
    is_replaced: bool
    is_stopped: bool
    stopped_why: str
    # The kind of secret as which the applicant marked it (Art. 5); empty where they did not.
    marked: str
    # Where it was fetched instead of asked for (Art. 33); empty where the applicant handed it in.
    shared_from: str


def materials_seen(handling: Handling, package: Package | None) -> QuerySet[Material]:
    """Which material rows this handling may open."""
    materials = Material.objects.select_related("file").filter(application=handling.application)
    if handling.is_upper:
        return materials.filter(uid__in=[one["uid"] for one in package.materials] if package else [])
    if part := handling.joint_part:
        needed = [one.key for one in handling.application.spec.materials if part.needs_material(one.key)]
        return materials.filter(key__in=needed, replaced_at=None)
    return materials


def material_lines(handling: Handling, package: Package | None) -> list[MaterialLine]:
    marks = marks_of(handling.application)
    return [_line(one, marks) for one in _in_list_order(handling, materials_seen(handling, package))]


def _in_list_order(handling: Handling, materials: Iterable[Material]) -> list[Material]:
    """As the item's list orders them, current before replaced."""
    order = {one.key: place for place, one in enumerate(handling.application.spec.materials)}
    return sorted(materials, key=lambda one: (order.get(one.key, len(order)), one.replaced_at is not None, -one.pk))


def _line(material: Material, marks: Mapping[str, str]) -> MaterialLine:
    file = material.file
    stopped = file.state == FileState.WITHDRAWN
    return MaterialLine(
        uid=material.uid,
        name=material.name,
        sm3=file.sm3,
        size=file.size,
        at=material.handed_in_at,
        round=material.round,
        is_replaced=material.replaced_at is not None,
        is_stopped=stopped,
        stopped_why=file.remark if stopped else "",
        shared_from=material.shared_from,
        marked=marks.get(f"material.{material.key}", ""),
    )
