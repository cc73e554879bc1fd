"""A grant needs the inspection that the item asks for, and its last record must not say no (行政许可法 Art. 34, 38)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import Handling, Room


def owed(handling: Handling, granting: bool) -> Iterator[str]:
    required = handling.application.spec.must_inspect(handling.level)
    if not granting or not (required or handling.application.has_been_in(Room.INSPECTION)):
        return
    if not handling.visited:
        if required:
            yield _("本事项应当由两名以上工作人员核查，还没有核查笔录")
        return
    officers, meets = handling.visited[0]
    if not meets:
        yield _("最近一次核查的结论是不符合要求")
    if set(officers) & set(handling.kept_out):
        yield _("参加核查的人员已经回避，应当由其他人员重新核查")
