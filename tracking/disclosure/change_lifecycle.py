"""The states of a change to what is published: proposed, judged by a second person, approved by a third (条例 Art. 17).

A taking back puts no words before the public and waits for no approval; an urgent one has its effect at once and is
looked at afterwards.
"""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class ChangeState(models.TextChoices):
    WAITING = "waiting", _("待审查")
    APPROVING = "approving", _("待批准公开")
    UNREVIEWED = "unreviewed", _("已紧急撤下，待复核")
    DONE = "done", _("已生效")
    RETURNED = "returned", _("已退回")
    OVERTAKEN = "overtaken", _("不再需要")


# Before the second person, and before the head who approves.
REVIEWED_CHANGES = [ChangeState.WAITING, ChangeState.UNREVIEWED]
OPEN_CHANGES = [*REVIEWED_CHANGES, ChangeState.APPROVING]
# Proposed, and nothing of it done yet.
PENDING_CHANGES = [ChangeState.WAITING, ChangeState.APPROVING]


class ChangeLifecycle(ConcurrentTransitionMixin, models.Model):
    state = FSMField(choices=ChangeState.choices, default=ChangeState.WAITING, protected=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @moves(ChangeState.WAITING, ChangeState.APPROVING, _("审查通过，报请批准"), field=state)
    def pass_review(self) -> None:
        pass

    @moves(OPEN_CHANGES, ChangeState.DONE, _("生效"), field=state)
    def take_effect(self, at: datetime) -> None:
        self.ended_at = at

    @moves(OPEN_CHANGES, ChangeState.RETURNED, _("审查没有通过"), field=state)
    def give_back(self, at: datetime) -> None:
        self.ended_at = at

    @moves(PENDING_CHANGES, ChangeState.OVERTAKEN, _("公示已经撤下"), field=state)
    def overtake(self, at: datetime) -> None:
        self.ended_at = at
