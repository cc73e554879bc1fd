"""The states of one hearing 听证 and the only ways between them (行政许可法 Art. 46-48).

Told (Art. 47) or ordered (Art. 46), asked for, scheduled, held, recorded; or it ends without being held: the right
lapses unused, is given up, or somebody without the right is refused. The case's own state never moves with it.
"""

from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import moves


class HearingState(models.TextChoices):
    """Where a hearing stands."""

    TOLD = "told", _("已告知听证权利，等待申请")
    ASKED = "asked", _("收到听证申请，待审查")
    ORDERED = "ordered", _("依职权听证，待组织")
    REQUESTED = "requested", _("申请听证，待组织")
    SCHEDULED = "scheduled", _("已通知听证时间地点")
    HELD = "held", _("已举行，待完成笔录")
    RECORDED = "recorded", _("笔录已确认")
    LAPSED = "lapsed", _("逾期未申请，权利消灭")
    WAIVED = "waived", _("放弃听证")
    REFUSED = "refused", _("不予听证")


# Somebody has to act, or still may ask: no decision is made meanwhile.
OPEN_HEARING = [
    HearingState.TOLD,
    HearingState.ASKED,
    HearingState.ORDERED,
    HearingState.REQUESTED,
    HearingState.SCHEDULED,
    HearingState.HELD,
]
# The agency owes a hearing and has set no day for it.
OWED_HEARING = [HearingState.ORDERED, HearingState.REQUESTED]
_GIVEN_UP = [HearingState.TOLD, HearingState.REQUESTED, HearingState.SCHEDULED]


class HearingLifecycle(models.Model):
    state = FSMField(choices=HearingState.choices, default=HearingState.TOLD, protected=True)
    # The day on which the agency came to owe it: the request, or its own order. T10 begins here.
    owed_on = models.DateField(null=True)
    held_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    # A letter that came in time may be written down after the right seemed to have lapsed.
    @moves([HearingState.TOLD, HearingState.LAPSED], HearingState.REQUESTED, _("申请听证"), field=state)
    def request(self, on: date) -> None:
        self.owed_on, self.ended_at = on, None

    @moves(HearingState.ASKED, HearingState.REQUESTED, _("同意听证"), field=state)
    def admit(self, on: date) -> None:
        self.owed_on = on

    @moves(HearingState.ASKED, HearingState.REFUSED, _("不予听证"), field=state)
    def refuse(self, at: datetime) -> None:
        self.ended_at = at

    @moves(HearingState.TOLD, HearingState.LAPSED, _("逾期未申请"), field=state)
    def lapse(self, at: datetime) -> None:
        self.ended_at = at

    @moves(_GIVEN_UP, HearingState.WAIVED, _("放弃听证"), field=state)
    def waive(self, at: datetime) -> None:
        self.ended_at = at

    @moves(OWED_HEARING, HearingState.SCHEDULED, _("通知听证"), field=state)
    def schedule(self) -> None:
        pass

    @moves(HearingState.SCHEDULED, HearingState.HELD, _("举行听证"), field=state)
    def hold(self, at: datetime) -> None:
        self.held_at = at

    @moves(HearingState.HELD, HearingState.RECORDED, _("完成听证笔录"), field=state)
    def complete_record(self, at: datetime) -> None:
        self.recorded_at = self.ended_at = at
