"""The states of a disclosure: drafted, checked by a second person, approved by a third, then public (条例 Art. 17)."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class DisclosureState(models.TextChoices):
    DRAFT = "draft", _("待起草确认")
    REVIEWING = "reviewing", _("待保密审查")
    APPROVING = "approving", _("待批准公开")
    PUBLISHED = "published", _("已公示")
    WITHHELD = "withheld", _("不予公开")
    TAKEN_BACK = "taken_back", _("已撤下")


# Before other eyes than the drafter's; what is judged here may go back or be withheld.
JUDGED = [DisclosureState.REVIEWING, DisclosureState.APPROVING]
OPEN = [DisclosureState.DRAFT, *JUDGED]
# What became public, whether or not it is still.
PUBLISHED_ONCE = [DisclosureState.PUBLISHED, DisclosureState.TAKEN_BACK]


class DisclosureLifecycle(ConcurrentTransitionMixin, models.Model):
    state = FSMField(choices=DisclosureState.choices, default=DisclosureState.DRAFT, protected=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @moves(DisclosureState.DRAFT, DisclosureState.DRAFT, _("修改公示内容"), field=state)
    def rewrite(self) -> None:
        pass

    @moves(DisclosureState.DRAFT, DisclosureState.REVIEWING, _("送保密审查"), field=state)
    def send_to_review(self) -> None:
        pass

    @moves(DisclosureState.REVIEWING, DisclosureState.APPROVING, _("保密审查通过，报请批准"), field=state)
    def pass_review(self) -> None:
        pass

    @moves(JUDGED, DisclosureState.DRAFT, _("退回修改"), field=state)
    def return_to_drafter(self) -> None:
        pass

    @moves(DisclosureState.REVIEWING, DisclosureState.REVIEWING, _("异议不影响公开"), field=state)
    @moves(DisclosureState.APPROVING, DisclosureState.APPROVING, _("异议不影响公开"), field=state)
    def override_objection(self) -> None:
        pass

    @moves(DisclosureState.APPROVING, DisclosureState.PUBLISHED, _("批准并公示"), field=state)
    def publish(self, at: datetime) -> None:
        self.ended_at = at

    @moves(JUDGED, DisclosureState.WITHHELD, _("决定不予公开"), field=state)
    def withhold(self, at: datetime) -> None:
        self.ended_at = at

    @moves(DisclosureState.PUBLISHED, DisclosureState.PUBLISHED, _("提出变更公示"), field=state)
    def propose_change(self) -> None:
        pass

    @moves(DisclosureState.PUBLISHED, DisclosureState.PUBLISHED, _("更正公示"), field=state)
    def correct(self) -> None:
        pass

    @moves(DisclosureState.PUBLISHED, DisclosureState.TAKEN_BACK, _("撤下公示"), field=state)
    def take_back(self) -> None:
        pass

    @moves(DisclosureState.TAKEN_BACK, DisclosureState.TAKEN_BACK, _("提出重新公示"), field=state)
    def propose_publishing_again(self) -> None:
        pass

    @moves(DisclosureState.TAKEN_BACK, DisclosureState.PUBLISHED, _("重新公示"), field=state)
    def publish_again(self) -> None:
        pass
