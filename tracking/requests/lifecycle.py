"""Where a request for disclosure stands (政府信息公开条例 Art. 30, 31, 33, 35, 36). A transition checks and stamps."""

from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class RequestState(models.TextChoices):
    SUBMITTED = "submitted", _("已提交，待确认收到")
    RECEIVED = "received", _("已收到，办理中")
    SUPPLEMENTING = "supplementing", _("待申请人补正")
    CHECKING = "checking", _("答复待审查")
    ANSWERED = "answered", _("已答复")
    UNHANDLED = "unhandled", _("不予处理")
    ABANDONED = "abandoned", _("逾期不补正，视为放弃申请")
    WITHDRAWN = "withdrawn", _("申请人撤回")


# Waits for somebody.
OPEN = [RequestState.SUBMITTED, RequestState.RECEIVED, RequestState.SUPPLEMENTING, RequestState.CHECKING]


class RequestLifecycle(ConcurrentTransitionMixin, models.Model):
    """``received_on`` is the day both sides confirmed (条例 Art. 31); the answer is counted from ``counted_from``."""

    state = FSMField(choices=RequestState.choices, default=RequestState.SUBMITTED, protected=True)
    received_on = models.DateField(_("收到申请之日"), null=True)
    counted_from = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @moves(RequestState.SUBMITTED, RequestState.RECEIVED, _("确认收到申请"), field=state)
    def confirm(self, on: date) -> None:
        self.received_on = self.counted_from = on

    @moves(RequestState.RECEIVED, RequestState.SUPPLEMENTING, _("一次性告知补正"), field=state)
    def ask_supplement(self) -> None:
        pass

    @moves(RequestState.SUPPLEMENTING, RequestState.RECEIVED, _("申请人补正"), field=state)
    def supplement(self, on: date) -> None:
        # 条例 Art. 30: the period to answer is counted from the day the supplement was received.
        self.counted_from = on

    @moves(RequestState.SUPPLEMENTING, RequestState.ABANDONED, _("逾期不补正，视为放弃申请"), field=state)
    def abandon(self, at: datetime) -> None:
        self.ended_at = at

    @moves(RequestState.RECEIVED, RequestState.RECEIVED, _("征求意见"), field=state)
    def consult(self) -> None:
        pass

    @moves(RequestState.RECEIVED, RequestState.RECEIVED, _("延长答复期限"), field=state)
    def extend(self) -> None:
        pass

    @moves(RequestState.RECEIVED, RequestState.RECEIVED, _("要求说明理由"), field=state)
    def ask_reasons(self) -> None:
        pass

    # While an answer is checked as well: it may come back, and the days for the reasons run on.
    @moves(RequestState.RECEIVED, RequestState.RECEIVED, _("申请人说明理由"), field=state)
    @moves(RequestState.CHECKING, RequestState.CHECKING, _("申请人说明理由"), field=state)
    def give_reasons(self) -> None:
        pass

    @moves(RequestState.RECEIVED, RequestState.RECEIVED, _("确定延迟答复的期限"), field=state)
    def delay(self) -> None:
        pass

    @moves(RequestState.RECEIVED, RequestState.UNHANDLED, _("不予处理"), field=state)
    def leave_unhandled(self, at: datetime) -> None:
        self.ended_at = at

    @moves(RequestState.RECEIVED, RequestState.CHECKING, _("答复送审查"), field=state)
    def send_to_check(self) -> None:
        pass

    @moves(RequestState.CHECKING, RequestState.RECEIVED, _("退回修改"), field=state)
    def send_back(self) -> None:
        pass

    @moves(RequestState.CHECKING, RequestState.ANSWERED, _("答复申请人"), field=state)
    def answer(self, at: datetime) -> None:
        self.ended_at = at

    @moves(OPEN, RequestState.WITHDRAWN, _("申请人撤回"), field=state)
    def withdraw(self, at: datetime) -> None:
        self.ended_at = at
