"""One entrustment of the demo city, invented like everything in it and marked so."""

from datetime import date

from hall.organisations.entrusting import entrust
from hall.organisations.models import Department, Entrustment

_HALL, _ITEM, _NAME = "500109", "500190143001", "公共场所卫生许可"


def build_entrustment(on: date) -> Entrustment | None:
    """The health commission of 北碚区 entrusts its office of government services; asked again, it stays as it is."""
    here = {one.kind: one for one in Department.objects.select_related("hall").filter(hall__code=_HALL)}
    entrusting, entrusted = here.get("卫生健康"), here.get("政务服务")
    if entrusting is None or entrusted is None:
        return None
    found = Entrustment.objects.filter(entrusting=entrusting, item_code=_ITEM).first()
    return found or entrust(
        entrusting,
        entrusted,
        item_code=_ITEM,
        item_name=_NAME,
        announced_as="北碚卫健委托〔2026〕第1号（演示）",
        announced_on=date(2026, 1, 4),
        text=f"委托{entrusted.name}以{entrusting.name}的名义实施{_NAME}，对实施行为的后果由委托机关承担法律责任。（演示）",
        valid_from=date(2026, 1, 5),
        valid_to=date(on.year + 1, 12, 31),
    )
