"""The lamp of a case (domain.md §7.4), shown alike to the applicant and to the clerk. Pure.

Red when the statutory limit is exceeded, or the promise without a public reason; a reason turns that to amber.
Blue while the clock is stopped: stopping it cures no limit that was exceeded before. Amber when the promise is
nearly used up.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from hall.workdays.due import Due


class Lamp(StrEnum):
    """In the order in which a desk wants to see them."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"

    @property
    def label(self) -> Promise:
        return _LABELS[self]


_LABELS = {
    Lamp.RED: _("已超期"),
    Lamp.AMBER: _("临近期限"),
    Lamp.GREEN: _("正常办理"),
    Lamp.BLUE: _("暂停计时"),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When amber begins; each hall may set its own."""

    amber_share: Decimal = Decimal("0.80")
    amber_days: int = 1


DEFAULT = Thresholds()


def amber_from(promise: Due, thresholds: Thresholds = DEFAULT) -> date:
    """The first day of amber: the share is used, or no more than the last days are left. An indexed column may
    hold it, so that a desk of thousands is sorted by lamp without counting a day."""
    counted = promise.counted
    used = min(ceil(len(counted) * thresholds.amber_share), len(counted) - thresholds.amber_days)
    return counted[used - 1] if used > 0 else promise.start


def lamp_for(
    today: date,
    *,
    promise_due: date | None,
    statutory_due: date | None,
    amber_on: date | None,
    stopped: bool = False,
    reason_given: bool = False,
) -> Lamp:
    """The lamp of today; a limit that does not run yet is None and lights nothing."""
    if statutory_due and today > statutory_due:
        return Lamp.RED
    if promise_due and today > promise_due:
        return Lamp.AMBER if reason_given else Lamp.RED
    if stopped:
        return Lamp.BLUE
    return Lamp.AMBER if amber_on and today >= amber_on else Lamp.GREEN


def days_in_words(today: date, due: date, left: int) -> str:
    """Beside the lamp; ``left`` are the working days until ``due``, negative when it has passed."""
    if today > due:
        # Over on Saturday already, though no working day has passed since Friday.
        over = max(-left, 1)
        return ngettext("已超 %(days)d 个工作日", "已超 %(days)d 个工作日", over) % {"days": over}
    if today == due:
        return gettext("今天届满")
    return ngettext("还剩 %(days)d 个工作日", "还剩 %(days)d 个工作日", left) % {"days": left}
