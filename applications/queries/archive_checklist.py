"""The review of a case file before it is archived (domain.md §2.3): what is in order, what is not, what does not apply.

Read from the file as it is today: what may still be done in time is pending, and no fault.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications import deadlines
from applications.documents.kinds import DECISIONS, Attribute, Kind
from applications.lifecycle import AcceptanceMode
from applications.models import Handling, Paper
from applications.models.paper import PaperState
from applications.queries.consultations import consultations_on, waits_of
from hall.clock import local_date, today
from hall.workdays.calendars import calendar_for
from hall.workdays.wording import whole_day

_OPINIONS = ("review", "report_up", "decide")


@dataclass(frozen=True, slots=True)
class Point:
    """``met`` is None where the point does not apply to this case, or not yet: ``pending`` while there is time left."""

    text: str
    met: bool | None
    note: str = ""
    pending: bool = False


def checklist_of(handling: Handling) -> list[Point]:
    return [point for check in _CHECKS for point in check(handling)]


def _acceptance(handling: Handling) -> Iterator[Point]:
    application, text = handling.application, _("受理通知书在收到申请之日起五个工作日内作出")
    if application.accepted_on is None or application.received_at is None:
        yield Point(text, None)
        return
    if application.acceptance_mode == AcceptanceMode.DEEMED:
        yield Point(text, False, _("逾期未告知，视为受理"))
        return
    paper = _papers(handling, Kind.ACCEPTANCE).first()
    due = deadlines.intake_due(application.accepted_on, calendar_for(handling.hall.code)).due
    if paper is None:
        yield Point(text, None, _("受理由其他机关作出"))
    else:
        yield Point(text, paper.issued_on <= due, _("最迟%(due)s") % {"due": whole_day(due)})


def _corrections(handling: Handling) -> Iterator[Point]:
    corrections = list(handling.application.corrections.all())
    told, equal = _("补正告知书在五个工作日内送达"), _("补正的内容与告知的清单一致")
    if not corrections:
        yield Point(told, None)
        yield Point(equal, None)
        return
    papers = list(_papers(handling, Kind.CORRECTION))
    yield Point(told, bool(papers) and all(paper.served_at for paper in papers))
    yield Point(equal, all(one.supplied_at for one in corrections))


def _opinions(handling: Handling) -> Iterator[Point]:
    steps = [step for step in handling.steps.all() if step.kind in _OPINIONS and step.ended_at]
    bare = [step.title for step in steps if len(step.opinion.strip()) < 4]
    yield Point(_("每个审批环节都有明确意见、姓名和日期"), not bare if steps else None, _("、").join(bare))


def _promise(handling: Handling) -> Iterator[Point]:
    application, text = handling.application, _("在承诺期限内办结")
    if application.decided_at is None or application.promise_due is None:
        yield Point(text, None)
        return
    on_time = local_date(application.decided_at) <= application.promise_due
    yield Point(text, on_time, "" if on_time else application.overrun_reason)


def _decision(handling: Handling) -> Iterator[Point]:
    decision, text = getattr(handling, "decision", None), _("决定内容完整，有日期和签章")
    if decision is None:
        yield Point(text, None)
        return
    paper = _papers(handling, *DECISIONS).first()
    said = bool(decision.content if decision.granted else decision.reasons)
    yield Point(text, said and paper is not None and paper.is_signed)


def _service(handling: Handling) -> Iterator[Point]:
    decision, text = getattr(handling, "decision", None), _("决定自作出之日起十个工作日内送达，有送达回证")
    if decision is None:
        yield Point(text, None)
        return
    delivered = handling.application.delivered_at
    due = deadlines.deliver_by(local_date(decision.decided_at), calendar_for(handling.hall.code)).due
    recorded = _papers(handling, Kind.SERVICE_RECORD).exists()
    yield Point(text, bool(delivered and local_date(delivered) <= due and recorded))


def _disclosure(handling: Handling) -> Iterator[Point]:
    text = _("应当公开的决定已经公开")
    paper = _papers(handling, Kind.GRANT).first()
    if paper is None or paper.disclosure_attr != Attribute.ACTIVE:
        yield Point(text, None)
        return
    public = _papers(handling, Kind.PUBLIC_DECISION).exists()
    waits = waits_of(consultations_on(handling.application.uid))
    due = deadlines.publish_by(paper.issued_on, calendar_for(handling.hall.code), deadlines.stops(waits, today())).due
    if public or deadlines.unpublished_too_long(due, waits, today()):
        yield Point(text, public)
    else:
        yield Point(text, None, _("最迟%(due)s") % {"due": whole_day(due)}, pending=True)


def _papers(handling: Handling, *kinds: Kind) -> QuerySet[Paper]:
    return Paper.objects.filter(handling=handling, kind__in=kinds).exclude(state=PaperState.VOIDED).order_by("id")


_CHECKS: tuple[Callable[[Handling], Iterator[Point]], ...] = (
    _acceptance,
    _corrections,
    _opinions,
    _promise,
    _decision,
    _service,
    _disclosure,
)
