"""No decision while a hearing is wanted by law, may still be asked for, is owed or is not on record (Art. 46-48)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.hearing_lifecycle import HearingState
from applications.models import Handling, Hearing, HearingGround
from applications.queries.hearings import hearings_of


def unfinished_here(handling: Handling, granting: bool) -> Iterator[str]:
    """This agency's own hearings: before it decides, and before it reports up (Art. 35)."""
    for hearing in hearings_of(handling.application):
        if hearing.handling_id == handling.pk:
            yield from _of_one(hearing)


def wanted_by_law(handling: Handling, granting: bool) -> Iterator[str]:
    """Art. 46: what the item's file demands, whichever agency of the case holds it."""
    if not handling.application.spec.hearing_required:
        return
    if not any(map(_by_law, hearings_of(handling.application))):
        yield _("本事项依法应当听证，还没有举行（《行政许可法》第四十六条）")


def _by_law(hearing: Hearing) -> bool:
    return hearing.ground == HearingGround.BY_LAW


def _of_one(hearing: Hearing) -> Iterator[str]:
    owed = {
        HearingState.TOLD: _("申请听证的期限还没有届满（《行政许可法》第四十七条）"),
        HearingState.ASKED: _("收到的听证申请还没有答复"),
        HearingState.ORDERED: _("已经决定的听证还没有举行"),
        HearingState.REQUESTED: _("当事人申请的听证还没有举行（《行政许可法》第四十七条）"),
        HearingState.SCHEDULED: _("已经通知的听证还没有举行"),
        HearingState.HELD: _("听证笔录还没有经参加人确认签字（《行政许可法》第四十八条）"),
    }
    if hearing.state in owed:
        yield owed[hearing.state]
    if hearing.state == HearingState.RECORDED and not hearing.adoption:
        yield _("还没有写明听证笔录采纳情况（《行政许可法》第四十八条）")
