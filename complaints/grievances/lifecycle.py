"""The stages of a complaint or suggestion (domain.md §7.2: 接收, 受理, 承办 and 反馈, 监评)."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class GrievanceState(models.TextChoices):
    RECEIVED = "received", _("已接收，待受理")
    ACCEPTED = "accepted", _("已受理，承办中")
    REFUSED = "refused", _("不予受理")
    REFERRED = "referred", _("已转送执法机关")
    ANSWERED = "answered", _("已答复，待评价")
    RATED = "rated", _("已评价")


class GrievanceLifecycle(ConcurrentTransitionMixin, models.Model):
    state = FSMField(choices=GrievanceState.choices, default=GrievanceState.RECEIVED, protected=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    rated_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @moves(GrievanceState.RECEIVED, GrievanceState.ACCEPTED, _("受理"), field=state)
    def accept(self, at: datetime) -> None:
        self.accepted_at = at

    @moves(GrievanceState.RECEIVED, GrievanceState.REFUSED, _("不予受理"), field=state)
    def refuse(self, at: datetime) -> None:
        self.ended_at = at

    @moves(GrievanceState.RECEIVED, GrievanceState.REFERRED, _("转送执法机关"), field=state)
    def refer(self, at: datetime) -> None:
        self.ended_at = at

    @moves(GrievanceState.ACCEPTED, GrievanceState.ANSWERED, _("答复"), field=state)
    def answer(self, at: datetime) -> None:
        self.ended_at = at

    @moves(GrievanceState.ANSWERED, GrievanceState.RATED, _("评价"), field=state)
    def rate(self, at: datetime) -> None:
        self.rated_at = at
