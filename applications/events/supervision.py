"""What the supervision engine must know of a case (domain.md §7.4): which rule was broken, by its code."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hall.events.announcements import Announcement


@dataclass(frozen=True)
class RuleBroken(Announcement):
    """``rule`` is the code of domain.md §7.4, such as R02; never shown to the applicant.

    ``since`` is the last day of the limit that passed: it counts from there, whenever that was noticed.
    ``level`` is said only where it is not that of the rule. What is neither case nor licence brings its ``number``
    and the credit code of its ``department``.
    """

    label = _("效能监督事件")
    rule: str
    handling: UUID | None = None
    since: date | None = None
    level: str = ""
    number: str = ""
    department: str = ""


@dataclass(frozen=True)
class Supervised(Announcement):
    label = _("监督机构督办")
    order: UUID


@dataclass(frozen=True)
class SupervisionAnswered(Announcement):
    label = _("承办部门答复督办")
    order: UUID
