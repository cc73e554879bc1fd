"""A right to a hearing that nobody used ends by itself; a hearing that is late is told to supervision (Art. 47)."""

from datetime import datetime

from applications.actions.errands import close_errands
from applications.actions.hearings.excluded_time import end_excluded_time
from applications.events import HearingRightLapsed, HearingWaived, RuleBroken
from applications.hearing_lifecycle import HearingState
from applications.models import Application, Hearing
from applications.queries.hearings import organise_due, overdue_at, right_ends, waiting
from applications.queries.moments import next_moment
from hall.accounts.deeds import announce


def end_the_right(application: Application, moment: datetime) -> None:
    """T9: told and never asked, the right lapses; asked and given up by all, the hearing is not held."""
    hearing = next(one for one in waiting(application) if right_ends(one) == moment)
    if hearing.state == HearingState.TOLD:
        hearing.lapse(at=moment)
        _ended(application, hearing)
        announce(application, HearingRightLapsed(hearing=hearing.uid), by=None)
    else:
        hearing.waive(at=moment)
        end_excluded_time(hearing)
        _ended(application, hearing)
        announce(application, HearingWaived(hearing=hearing.uid), by=None)


def tell_overdue(application: Application, moment: datetime) -> None:
    """T10, R18: once for each hearing; it is still owed and still blocks the decision."""
    hearing = next(one for one in waiting(application) if overdue_at(one) == moment)
    hearing.overdue_told_at = moment
    hearing.save(update_fields=["overdue_told_at"])
    application.settle_at = next_moment(application)
    announce(application, RuleBroken("R18", hearing.handling.uid, organise_due(hearing)), by=None)


def _ended(application: Application, hearing: Hearing) -> None:
    hearing.save()
    close_errands(hearing.uid, by=None)
    application.settle_at = next_moment(application)
