"""What is announced of a data set."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class DataSetSent(Announcement):
    label = _("送汇聚审查")


@dataclass(frozen=True)
class DataSetReturned(Announcement):
    label = _("汇聚审查退回")


@dataclass(frozen=True)
class DataSetOpened(Announcement):
    label = _("汇聚审查通过并开放")


@dataclass(frozen=True)
class DataSetClosed(Announcement):
    label = _("停止开放")
