"""Who holds a case now and until when, and the steps that are still to come."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications import deadlines
from applications.clocks import running_of
from applications.lifecycle import CaseState
from applications.models import Application, Handling
from applications.timeline.moment import Moment
from hall.catalogue.spec import Step as BlueprintStep
from hall.catalogue.spec import said
from hall.clock import local_date, today
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import whole_day


def present(application: Application, handling: Handling) -> Iterator[Moment]:
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
    if open_one is None:
        return ""
    words = {"due": whole_day(open_one.due)}
    if open_one.due < today():
        return _("补正期限已经在%(due)s届满，请尽快补正；受理机关可以书面说明理由后不予受理。") % words
    return _("请在%(due)s前补正。补正期间不计入办理期限。") % words


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
    if running := running_of(application):
        names = _("、").join(one.name for one in running)
        told.append(_("正在进行%(names)s，暂停计时，结束后继续计算。") % {"names": names})
    if application.promise_due:
        told.append(_("承诺在%(due)s前办结。") % {"due": whole_day(application.promise_due)})
    if handling.statutory_due:
        told.append(_("法定期限至%(due)s。") % {"due": whole_day(handling.statutory_due)})
    return "".join(told)


def coming(application: Application, handling: Handling) -> Iterator[Moment]:
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
