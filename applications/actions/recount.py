"""Counting again: when a calendar changes, every open clock is derived anew, once, with old and new on the trail.

domain.md §11 (3): the agency's statutory date is always the recomputed one. Nothing here decides anything: deleting
every due column and recounting gives the same dates.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import count_errand
from applications.actions.promises import count_tolerance
from applications.lifecycle import CaseState
from applications.models import OPEN, Application, Handling
from applications.queries.moments import next_moment
from applications.queries.promises import outstanding
from hall.audit.trail import record
from hall.clock import local_date
from hall.errors import NotFound
from hall.workdays.calendars import calendar_for


def open_cases(region: str = "") -> Iterator[UUID]:
    """The cases whose clocks may move; ``region`` is a hall's code, empty for the whole nation."""
    cases = Application.objects.filter(handlings__state__in=OPEN)
    if region:
        cases = cases.filter(handlings__hall__code=region)
    return cases.order_by("id").values_list("uid", flat=True).distinct().iterator(chunk_size=500)


@transaction.atomic
def recount(uid: UUID) -> bool:
    """Derive the due dates of one case again under its lock; says whether one moved. Safe to run twice."""
    held = Application.objects.select_for_update(of=("self",)).select_related("hall", "offering", "item_version")
    application = held.filter(uid=uid).first()
    if application is None:
        raise NotFound(_("没有找到这个办件。"))
    before = _dates(application)
    _recount_correction(application)
    for handling in application.handlings.select_related("hall", "department").filter(state__in=OPEN):
        handling.application = application
        rebuild_dues(application, handling)
    _recount_errands(application)
    _recount_tolerances(application)
    application.save()
    after = _dates(application)
    if before != after:
        changes = {name: f"{before.get(name)} → {after[name]}" for name in after if before.get(name) != after[name]}
        record("recount", actor=None, hall_code=application.hall.code, subject_uid=uid, changes=changes)
    return before != after


def _recount_correction(application: Application) -> None:
    if application.state != CaseState.CORRECTING:
        return
    calendar, limit = calendar_for(application.hall.code), application.spec.correction
    for correction in application.corrections.filter(supplied_at=None):
        correction.due = deadlines.correction_due(local_date(correction.noticed_at), limit, calendar).due
        correction.save(update_fields=["due"])


def _recount_errands(application: Application) -> None:
    for errand in application.errands.filter(done_at=None).select_related("department__hall"):
        count_errand(errand)
        errand.save(update_fields=["due"])


def _recount_tolerances(application: Application) -> None:
    for tolerance in outstanding(application):
        count_tolerance(tolerance, hall_code=application.hall.code)
        tolerance.save(update_fields=["due"])
    application.settle_at = next_moment(application)


def _dates(application: Application) -> dict[str, str]:
    """Every derived date of the case, by name."""
    dates = {"intake_due": application.intake_due, "promise_due": application.promise_due}
    for handling in Handling.objects.filter(application=application):
        dates[f"statutory_due {handling.uid}"] = handling.statutory_due
    for correction in application.corrections.all():
        dates[f"correction {correction.round}"] = correction.due
    for tolerance in outstanding(application):
        dates[f"tolerance {tolerance.key}"] = tolerance.due
    for errand in application.errands.filter(done_at=None):
        dates[f"{errand.matter} {errand.subject_uid}"] = errand.due
    return {name: day.isoformat() if day else "" for name, day in dates.items()}
