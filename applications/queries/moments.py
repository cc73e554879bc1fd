"""When something will happen to a case by itself. One function a kind; None where it cannot happen as things stand.

``settle_at`` is the earliest of them. What then happens stands in ``applications.actions.settlements``.
"""

from collections.abc import Callable
from datetime import datetime

from applications import deadlines
from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import Application

Moment = Callable[[Application], datetime | None]


def deemed_acceptance(application: Application) -> datetime | None:
    """行政许可法 Art. 32 (4): 00:00 after the fifth working day without an outcome."""
    if application.state != CaseState.RECEIVED or application.intake_due is None:
        return None
    return deadlines.moment_after(application.intake_due)


def limit_passed(application: Application) -> datetime | None:
    """domain.md §7.4: 00:00 after the last day of a limit of which the supervision has to hear."""
    return deadlines.moment_after(application.watched_due) if application.watched_due else None


MOMENTS: tuple[Moment, ...] = (deemed_acceptance, limit_passed)


def next_moment(application: Application) -> datetime | None:
    if application.state in EARLY_ENDS:
        return None
    return min((moment for of_kind in MOMENTS if (moment := of_kind(application))), default=None)
