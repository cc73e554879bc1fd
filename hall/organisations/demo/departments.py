"""Every kind of department at the city and in each division: common names, everything else invented."""

from collections.abc import Collection, Sequence

from hall.numbering.demo import demo_uscc
from hall.organisations.kinds import DepartmentKind, department_kinds
from hall.organisations.models import Department, Hall

_HOURS = "周一至周五 9:00—12:00，13:30—17:30，法定节假日除外（演示）"
_OWN = [
    "name", "short_name", "kind", "phone", "supervision_phone", "address", "hours",
    "reconsideration_organ", "reconsideration_url", "court",
]  # fmt: skip


def _name(known: DepartmentKind, hall: Hall) -> str:
    """The name at this level; empty when this level has no such department."""
    division = hall.division
    if hall.is_city:
        pattern = known.city_name
    else:
        in_county = division.kind.endswith("县") and known.county_name
        pattern = in_county or known.district_name
    if not pattern or "{division}" in pattern:
        return pattern.format(division=division.name)
    return f"{division.name}{pattern}"


def _short_name(known: DepartmentKind, hall: Hall) -> str:
    area = "渝" if hall.is_city else hall.division.short_name.removesuffix("新区")
    return f"{area}{known.letters}"


def _department(number: int, known: DepartmentKind, hall: Hall) -> Department:
    place = hall.division.name
    return Department(
        hall=hall,
        kind=known.kind,
        name=_name(known, hall),
        short_name=_short_name(known, hall),
        uscc=demo_uscc("11", hall.code, known.serial),
        phone=f"023-0000{number:04d}（演示）",
        supervision_phone=f"023-0000{number + 5000:04d}（演示）",
        address=f"{place}政务服务中心{known.kind}窗口（演示地址）",
        hours=_HOURS,
        # 行政复议法 Art. 24: the people's government at the department's own level.
        reconsideration_organ=f"{place}人民政府",
        reconsideration_url=f"https://fuyi.example/{hall.code}/yanshi",
        court=f"{'渝中区' if hall.is_city else place}人民法院（演示）",
    )


def build_departments(halls: Sequence[Hall], kinds: Collection[str] | None) -> list[Department]:
    wanted = [known for known in department_kinds() if kinds is None or known.kind in kinds]
    pairs = [(known, hall) for hall in halls for known in wanted if _name(known, hall)]
    departments = [_department(number, known, hall) for number, (known, hall) in enumerate(pairs, start=1)]
    return Department.objects.bulk_create(
        departments, update_conflicts=True, unique_fields=["uscc"], update_fields=_OWN
    )
