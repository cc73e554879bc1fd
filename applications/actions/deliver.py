"""Service (行政许可法 Art. 44): within ten working days of the decision, with a service record.

Refused while a paper that must be served is not printed and signed yet.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications import deadlines
from applications.actions.charging import check_paid
from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.papers import serve_paper
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish, require
from applications.documents.builders import Mode, Served, ServiceRecord
from applications.documents.kinds import DECISIONS, Kind
from applications.documents.service import Service, unproven
from applications.events import Delivered
from applications.models import Application, Handling, Paper
from applications.models.paper import PaperState
from applications.rules import may_issue
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.uids import uid7
from hall.workdays.calendars import calendar_for
from hall.workdays.periods import Limit

_SERVED = [*DECISIONS, Kind.LICENCE]
# Nobody signs for what is published or left behind.
UNSIGNED = (Mode.NOTICE, Mode.LEFT)


def deliver(uid: UUID, user: User, *, seen: int, mode: Mode = Mode.ELECTRONIC, **told: str) -> Application:
    """Serve decision and certificate; electronically they appear in the applicant's space.

    ``told`` are the other words of ``Service``; Incomplete names what the mode still lacks.
    """
    service = Service(mode=mode, **told)
    with locked_handling(uid, seen=seen) as handling:
        application = handling.application
        if not may_issue(user, handling):
            raise NotAllowed(_("只有承办部门的制证送达人员可以送达。"))
        require(handling, "deliver")
        # A denial waits for no money.
        if application.spec.fees and handling.decision.granted:
            check_paid(application, "delivery")
        check_proven(service)
        papers = _ready(handling)
        for paper in papers:
            serve_paper(paper.uid, at=now(), mode=mode)
        finish(handling, by=user, favourable=True, opinion=_told(mode))
        application.deliver(at=now())
        rebuild_dues(application, handling)
        draft(service_record(handling, papers, user, service), handling, officer=user)
        announce(application, Delivered(), by=user)
        return application


def check_proven(service: Service) -> None:
    """Raises Incomplete when the mode of service lacks what proves it."""
    if lacking := unproven(service):
        raise Incomplete(_("这种送达方式还缺少证明送达的内容。"), fields=lacking)


@override("zh-hans")
def _told(mode: Mode) -> str:
    """The trail speaks Chinese, whatever language the clerk reads."""
    return str(Mode(mode).label)


def _ready(handling: Handling) -> Sequence[Paper]:
    """The papers to serve, each printed and signed; otherwise the printer has to come back first."""
    papers = list(Paper.objects.filter(handling=handling, kind__in=_SERVED).exclude(state=PaperState.VOIDED))
    check_signed(papers)
    return papers


def check_signed(papers: Sequence[Paper]) -> None:
    """Nothing is served that the printer has not brought back yet."""
    waiting = [paper.title for paper in papers if not paper.is_signed]
    if waiting:
        raise WrongState(
            _("文书尚未完成签章，暂不能送达：%(papers)s。系统正在重试，请稍后再试。")
            % {"papers": _("、").join(waiting)}
        )


@override("zh-hans")
def service_record(handling: Handling, papers: Sequence[Paper], user: User, service: Service) -> ServiceRecord:
    electronic = service.mode == Mode.ELECTRONIC
    return ServiceRecord(
        case_facts(handling),
        papers=tuple(Served(title=paper.title, number=paper.number) for paper in papers),
        addressee=handling.application.applicant_name,
        place=service.place or (_("申请人的网上空间") if electronic else handling.department.address),
        mode=service.mode,
        served_at=now(),
        servers=(user.name,),
        received_by=service.received_by or ("" if service.mode in UNSIGNED else handling.application.applicant_name),
        channel=handling.hall.name if electronic else "",
        receipt_id=str(uid7()) if electronic else service.receipt,
        witness=service.witness,
        remark=service.remark,
        effective_on=_effective(handling, service.mode),
    )


def _effective(handling: Handling, mode: Mode) -> date | None:
    """A public notice counts as served once it has run its days; every other service at once."""
    if mode != Mode.NOTICE:
        return None
    limit = Limit(settings.HALL_NOTICE_DAYS, "natural")
    return deadlines.period_of(today(), limit, calendar_for(handling.hall.code)).due
