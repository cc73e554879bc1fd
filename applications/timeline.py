"""The timeline of a case: what happened, who holds it, what is next and by when. Read from its announced facts alone.

The applicant's page and the look-up without an account show the same moments, so nothing personal is told here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications import deadlines
from applications.events import (
    Accepted,
    CorrectionAsked,
    CorrectionSupplied,
    Decided,
    OverrunExplained,
    Received,
    ReportReceived,
    Reviewed,
)
from applications.history import events_of
from applications.lifecycle import AcceptanceMode, CaseState
from applications.models import Application, Handling
from hall.catalogue.spec import Step as BlueprintStep
from hall.catalogue.spec import said
from hall.clock import local_date
from hall.events.announcements import kind_of, label_of
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import whole_day


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline, in the words of the component that draws it."""

    title: str
    state: Literal["done", "now", "next"]
    at: datetime | None = None
    text: str = ""
    meta: str = ""
    url: str = ""
    link_text: str = ""


def timeline_of(application: Application) -> list[Moment]:
    """Everything so far, what is being done now, and the steps that follow."""
    handlings = list(application.handlings.select_related("department", "hall").order_by("id"))
    if not handlings:
        return []
    for handling in handlings:
        handling.application = application
    return [*_past(application, handlings), *_present(application, handlings[-1]), *_coming(application, handlings[-1])]


def _past(application: Application, handlings: list[Handling]) -> Iterator[Moment]:
    """Each fact with the agency that held the case then; a received report hands it to the next one."""
    held = iter(handlings)
    holder = next(held)
    for event in events_of(application):
        if event.kind == kind_of(ReportReceived):
            holder = next(held, holder)
        told = TEXTS.get(event.kind)
        yield Moment(
            title=label_of(event.kind),
            state="done",
            at=event.happened_at,
            meta=_("申请人") if event.kind in BY_APPLICANT else holder.department.name,
            text=told(application, event.payload) if told else "",
        )


def _received(application: Application, payload: dict[str, Any]) -> str:
    return _("系统已收到申请并出具接收凭证。")


def _asked(application: Application, payload: dict[str, Any]) -> str:
    return _("请在%(due)s前一次性补正。") % {"due": whole_day(date.fromisoformat(payload["due"]))}


def _accepted(application: Application, payload: dict[str, Any]) -> str:
    words = {"on": whole_day(date.fromisoformat(payload["on"]))}
    if payload["mode"] == AcceptanceMode.DEEMED:
        return _("受理机关在期限内没有告知，依法自%(on)s起即为受理（《行政许可法》第三十二条）。") % words
    return _("自%(on)s起受理，办理期限从次日起计算。") % words


def _reviewed(application: Application, payload: dict[str, Any]) -> str:
    title = next((said(one.title) for one in application.spec.steps if one.name == payload["step"]), "")
    return _("已完成：%(step)s。") % {"step": title}


def _decided(application: Application, payload: dict[str, Any]) -> str:
    return _("决定：准予行政许可。") if payload["granted"] else _("决定：不予行政许可。")


def _overrun(application: Application, payload: dict[str, Any]) -> str:
    return application.overrun_reason


TEXTS: dict[str, Callable[[Application, dict[str, Any]], str]] = {
    kind_of(Received): _received,
    kind_of(CorrectionAsked): _asked,
    kind_of(Accepted): _accepted,
    kind_of(Reviewed): _reviewed,
    kind_of(Decided): _decided,
    kind_of(OverrunExplained): _overrun,
}
BY_APPLICANT = {kind_of(Received), kind_of(CorrectionSupplied)}


def _present(application: Application, handling: Handling) -> Iterator[Moment]:
    """Who holds the case now, and until when at the latest."""
    if application.state == CaseState.CORRECTING:
        yield Moment(_("等待补正"), "now", meta=_("申请人"), text=_until_corrected(application))
    elif application.state == CaseState.RECEIVED:
        yield Moment(_("等待受理"), "now", meta=handling.department.name, text=_until_accepted(application))
    elif application.state == CaseState.ACCEPTED and not handling.is_open:
        yield Moment(_("上级机关接收材料"), "now", text=_("材料已经报出，等待上级机关确认收到。"))
    elif application.state in (CaseState.ACCEPTED, CaseState.DECIDED):
        title = handling.blueprint_step.title if handling.blueprint_step else application.get_state_display()
        yield Moment(said(title), "now", meta=handling.department.name, text=_until_done(application, handling))


def _until_corrected(application: Application) -> str:
    open_one = application.corrections.filter(supplied_at=None).first()
    return _("请在%(due)s前补正。补正期间不计入办理期限。") % {"due": whole_day(open_one.due)} if open_one else ""


def _until_accepted(application: Application) -> str:
    if application.intake_due is None:
        return ""
    words = {"due": whole_day(application.intake_due)}
    return _("最迟在%(due)s前告知您是否受理；逾期没有告知的，自收到申请之日起即为受理。") % words


def _until_done(application: Application, handling: Handling) -> str:
    if application.state == CaseState.DECIDED and application.decided_at:
        due = deadlines.deliver_by(local_date(application.decided_at), calendar_for(handling.hall.code)).due
        return _("最迟在%(due)s前送达。") % {"due": whole_day(due)}
    told = []
    if application.promise_due:
        told.append(_("承诺在%(due)s前办结。") % {"due": whole_day(application.promise_due)})
    if handling.statutory_due:
        told.append(_("法定期限至%(due)s。") % {"due": whole_day(handling.statutory_due)})
    return "".join(told)


def _coming(application: Application, handling: Handling) -> Iterator[Moment]:
    """The steps of the blueprint that are still to come, each with its agency and its days."""
    if application.state not in (CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED, CaseState.DECIDED):
        return
    steps = {step.name: step for step in application.spec.steps_for(handling.level)}
    current = handling.blueprint_step
    if current and application.state == CaseState.CORRECTING:
        yield _next(current, handling)
    # A blueprint is a chain; the count only guards against one that runs in a circle.
    for _turn in steps:
        current = steps.get(current.next) if current else None
        if current is None:
            return
        yield _next(current, handling)


def _next(step: BlueprintStep, handling: Handling) -> Moment:
    own = step.level == handling.level
    meta = handling.department.name if own else _("市级%(kind)s部门") % {"kind": step.department}
    planned = ngettext("计划用时 %(days)d 个工作日。", "计划用时 %(days)d 个工作日。", step.days)
    text = planned % {"days": step.days} if step.days else ""
    return Moment(said(step.title), "next", meta=meta, text=text)
