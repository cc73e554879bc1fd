"""The states of a disclosure: drafted, checked by a second person, then published or withheld (条例 Art. 17)."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class DisclosureState(models.TextChoices):
    DRAFT = "draft", _("待起草确认")
    REVIEWING = "reviewing", _("待保密审查")
    PUBLISHED = "published", _("已公示")
    WITHHELD = "withheld", _("不予公开")


OPEN = [DisclosureState.DRAFT, DisclosureState.REVIEWING]


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

    @moves(DisclosureState.REVIEWING, DisclosureState.DRAFT, _("退回修改"), field=state)
    def return_to_drafter(self) -> None:
        pass

    @moves(DisclosureState.REVIEWING, DisclosureState.REVIEWING, _("异议不影响公开"), field=state)
    def override_objection(self) -> None:
        pass

    @moves(DisclosureState.REVIEWING, DisclosureState.PUBLISHED, _("审查通过并公示"), field=state)
    def publish(self, at: datetime) -> None:
        self.ended_at = at

    @moves(DisclosureState.REVIEWING, DisclosureState.WITHHELD, _("决定不予公开"), field=state)
    def withhold(self, at: datetime) -> None:
        self.ended_at = at
