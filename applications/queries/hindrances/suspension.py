"""No decision and no report while a special procedure runs or waits for its answer (行政许可法 Art. 45)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, Room


def hindrance(handling: Handling, granting: bool) -> Iterator[str]:
    if not handling.application.has_been_in(Room.SUSPENSION):
        return
    for one in handling.suspensions.filter(ended_on=None, declined_why=""):
        told = _("“%(name)s”还没有结束，请先登记结果") if one.begun_on else _("提请的“%(name)s”还没有审批")
        yield told % {"name": one.name}
