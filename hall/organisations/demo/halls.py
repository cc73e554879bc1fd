"""One hall a division. Everything in its footer is invented and says 演示."""

from collections.abc import Sequence

from django.conf import settings

from hall.organisations.models import Division, Hall, Level
from hall.organisations.models.hall import DEMO_SERIAL

_SETTINGS = ["name", "level", "host", "site_code", "sponsor", "contact", "icp_no", "psb_no"]


def _hall(number: int, division: Division) -> Hall:
    is_city = division.code == settings.HALL_CITY_CODE
    return Hall(
        division=division,
        code=division.code,
        name=f"{division.name}网上行政审批大厅",
        level=Level.CITY if is_city else Level.DISTRICT,
        host="hall.localhost" if is_city else f"{division.code}.hall.localhost",
        site_code=f"{division.code}{DEMO_SERIAL}",
        sponsor=f"{division.name}人民政府办公室（演示）",
        contact=f"023-0000{9000 + number}（演示）",
        icp_no=f"渝ICP备00000000号-{number}（演示）",
        psb_no=f"渝公网安备{division.code}00000000号（演示）",
    )


def build_halls(divisions: Sequence[Division]) -> list[Hall]:
    Hall.objects.bulk_create(
        [_hall(number, division) for number, division in enumerate(divisions, start=1)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=_SETTINGS,
    )
    halls = Hall.objects.select_related("division").in_bulk([d.code for d in divisions], field_name="code")
    city = halls.get(settings.HALL_CITY_CODE)
    if city:
        Hall.objects.filter(level=Level.DISTRICT).exclude(parent=city).update(parent=city)
    for hall in halls.values():
        hall.parent = None if hall.is_city else city
    return [halls[division.code] for division in divisions]
