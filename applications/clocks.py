"""From the rows of a case to the periods that run in it: the one derivation that columns, pages and lamps share.

行政许可法 Art. 42-45. A plain case asks no table here: suspensions and extensions are read only of cases that have
been in those rooms.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from applications import deadlines
from applications.deadlines import Longer, Pause, Period
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Role, Room, Suspension
from applications.models.reading import read_once
from hall.catalogue.spec import Limit as ItemLimit
from hall.clock import local_date
from hall.workdays.arithmetic import Calendar, Limit

PROMISED = _("《优化营商环境条例》第三十六条")
STATUTORY = _("《行政许可法》第四十二条")
OWN_LIMIT = {True: _("法定期限"), False: _("联办期限")}
JOINT = _("《行政许可法》第二十六条、本事项公布的联办期限")
BELOW = _("《行政许可法》第四十三条")
DELIVERED = _("《行政许可法》第四十四条")
STEPS = _("本事项公布的办理环节")


def read_ahead(applications: Iterable[Application]) -> None:
    """For a list: what stopped or extended a clock, read once for all cases that need it, and not at all for others."""
    stopped = [one for one in applications if one.has_been_in(Room.SUSPENSION)]
    longer = [one for one in applications if one.has_been_in(Room.EXTENSION)]
    if stopped:
        prefetch_related_objects(stopped, "suspensions")
    if longer:
        prefetch_related_objects(longer, "extensions")


def suspensions_of(application: Application) -> list[Suspension]:
    """Those that have begun, each with its notice."""
    if not application.has_been_in(Room.SUSPENSION):
        return []
    found = read_once(application, "suspensions", lambda: list(application.suspensions.all()))
    return [one for one in found if one.begun_on]


def running_of(application: Application) -> list[Suspension]:
    return [one for one in suspensions_of(application) if one.is_running]


def pause_of(suspension: Suspension) -> Pause:
    assert suspension.begun_on is not None
    return Pause(suspension.begun_on, suspension.ended_on, suspension.name, suspension.estimated_days)


def promise_of(application: Application) -> Period | None:
    """Over the whole case, whoever handles it; every suspension of the case is taken out."""
    pauses = tuple(pause_of(one) for one in suspensions_of(application))
    return _period(application.accepted_on, application.spec.promise, PROMISED, pauses)


def statutory_of(handling: Handling) -> Period | None:
    """The period of one agency's part, with its own suspensions and its extension; a joint one has its own days."""
    application = handling.application
    rule = BELOW if application.spec.is_two_level and handling.level == "district" else STATUTORY
    if not handling.is_lead:
        rule = JOINT
    return _period(handling.clock_from, handling.limit, rule, _pauses(handling), _longer(handling))


def name_of_limit(handling: Handling) -> str:
    """What this agency's own limit is called: only the lead answers for the statutory one."""
    return str(OWN_LIMIT[handling.is_lead])


def _pauses(handling: Handling) -> tuple[Pause, ...]:
    """In joint handling (Art. 26) what one department has to wait for, all wait for who are not done yet."""
    application = handling.application
    joint = application.has_been_in(Room.JOINT)
    ended = handling.ended_at and local_date(handling.ended_at)
    found = [pause_of(one) for one in suspensions_of(application) if joint or one.handling_id == handling.pk]
    return tuple(one for one in found if ended is None or one.first <= ended)


def _longer(handling: Handling) -> tuple[Longer, ...]:
    application = handling.application
    if not application.has_been_in(Room.EXTENSION):
        return ()
    every = read_once(application, "extensions", lambda: list(application.extensions.all()))
    found = [one for one in every if one.handling_id == handling.pk]
    return tuple(Longer(one.granted_on, one.days) for one in found if one.granted_on)


def _period(
    start: date | None, limit: ItemLimit, rule: object, pauses: tuple[Pause, ...], longer: tuple[Longer, ...] = ()
) -> Period | None:
    """None before the clock started, or where the limit is not a number of days."""
    if start is None or limit.days is None:
        return None
    return Period(start, Limit(limit.days, limit.unit), rule, pauses, longer)


def delivery_of(application: Application) -> Period | None:
    if application.decided_at is None:
        return None
    return Period(local_date(application.decided_at), deadlines.DELIVERY, DELIVERED)


def step_of(handling: Handling, since: date | None) -> Period | None:
    """The days that the blueprint gives the open step; waiting for the applicant is nobody's step (domain.md R06)."""
    step = handling.blueprint_step if handling.step_kind else None
    if step is None or since is None or handling.application.state == CaseState.CORRECTING:
        return None
    return Period(since, Limit(step.days, "working"), STEPS, _pauses(handling))


def testers_by(application: Application, calendar: Calendar) -> date | None:
    """T13: the day by which testers must be named; none where nobody has to be, or once somebody was."""
    if not application.spec.technical_inspection or application.has_been_in(Room.TESTERS):
        return None
    if application.accepted_on is None:
        return None
    return deadlines.period_of(application.accepted_on, deadlines.TESTERS, calendar).due


def watched(application: Application, handling: Handling, calendar: Calendar) -> Iterator[tuple[str, date]]:
    """The limits whose passing the supervision must hear of and has not: rule and row, and the due date.

    domain.md §7.4: R04 once a case, R05 once a handling, R09 once a suspension, R13 once a case.
    """
    for key, due in _limits(application, handling, calendar):
        if due and key not in application.breaches:
            yield key, due


def _limits(application: Application, handling: Handling, calendar: Calendar) -> Iterator[tuple[str, date | None]]:
    if application.state == CaseState.DECIDED:
        delivery = delivery_of(application)
        yield "R13", delivery.reckon(calendar, delivery.start).on if delivery else None
    if application.state != CaseState.ACCEPTED:
        return
    yield "R04", application.promise_due
    if handling.is_open and handling.role == Role.LEAD:
        yield f"R05:{handling.pk}", handling.statutory_due
    for one in running_of(application):
        yield f"R09:{one.pk}", pause_of(one).expected(calendar)
