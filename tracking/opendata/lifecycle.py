"""Where a data set stands: nothing is given out in bulk before the whole was reviewed (保密法 Art. 36)."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from applications.lifecycle import ConcurrentTransitionMixin, moves


class DataSetState(models.TextChoices):
    CLOSED = "closed", _("未开放")
    REVIEWING = "reviewing", _("待汇聚审查")
    OPEN = "open", _("已开放")


class DataSetLifecycle(ConcurrentTransitionMixin, models.Model):
    state = FSMField(choices=DataSetState.choices, default=DataSetState.CLOSED, protected=True)
    opened_on = models.DateField(null=True)

    class Meta:
        abstract = True

    @moves([DataSetState.CLOSED, DataSetState.OPEN], DataSetState.REVIEWING, _("送汇聚审查"), field=state)
    def send_to_review(self) -> None:
        pass

    @moves(DataSetState.REVIEWING, DataSetState.CLOSED, _("汇聚审查退回"), field=state)
    def send_back(self) -> None:
        pass

    @moves(DataSetState.REVIEWING, DataSetState.OPEN, _("汇聚审查通过并开放"), field=state)
    def open_up(self, on: date) -> None:
        # Files are made from the first day on which it was open.
        self.opened_on = self.opened_on or on

    @moves(DataSetState.OPEN, DataSetState.CLOSED, _("停止开放"), field=state)
    def close(self) -> None:
        pass
