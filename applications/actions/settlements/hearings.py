"""A right to a hearing that nobody used ends by itself; a hearing that is late is told to supervision (Art. 47)."""

from datetime import datetime, timedelta

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands
from applications.actions.hearings.finding import handling_of
from applications.actions.hearings.time_again import end_excluded_time
from applications.events import HearingRightLapsed, HearingWaived, RuleBroken
from applications.hearing_lifecycle import HearingState
from applications.models import Application
from applications.queries.hearings import organise_due, overdue_at, right_ends, waiting
from applications.queries.moments import next_moment
from hall.accounts.deeds import announce
from hall.clock import local_date


def end_the_right(application: Application, moment: datetime) -> None:
    """T9: told and never asked, the right lapses; asked and given up by all, the hearing is not held."""
    hearing = next(one for one in waiting(application) if right_ends(one) == moment)
    lapsed = hearing.state == HearingState.TOLD
    if lapsed:
        hearing.lapse(at=moment)
    else:
        hearing.waive(at=moment)
    hearing.save()
    close_errands(hearing.uid, by=None)
    # The last day of the right is the last that its hearing takes out.
    end_excluded_time(hearing, application, on=local_date(moment) - timedelta(days=1), by=None)
    rebuild_dues(application, handling_of(application, hearing))
    fact = HearingRightLapsed(hearing.uid) if lapsed else HearingWaived(hearing.uid)
    announce(application, fact, by=None)


def tell_overdue(application: Application, moment: datetime) -> None:
    """T10, R18: once for each hearing; it is still owed and still blocks the decision."""
    hearing = next(one for one in waiting(application) if overdue_at(one) == moment)
    hearing.overdue_told_at = moment
    hearing.save(update_fields=["overdue_told_at"])
    application.settle_at = next_moment(application)
    announce(application, RuleBroken("R18", hearing.handling.uid, organise_due(hearing)), by=None)
