"""One small city in which everything exists once: a case in each state, papers, a disclosure, a complaint.

All cases of 渝中区's health department are 张小满's. What the planted words must not reach is told by each test.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler

from applications.actions.ask_opinion import ask_opinion
from applications.models import Application, Handling, Hearing, OpinionRequest
from complaints.grievances.actions.file import Told, file
from complaints.grievances.models import Grievance
from hall.accounts.demo import build_applicants, build_staff
from hall.accounts.models import User
from hall.clock import now, today
from hall.events.worker import drain
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.notifications.models import Message
from hall.organisations.demo import build_city
from hall.organisations.models import Hall
from hall.uids import uid7
from hall.workdays.changes import Regional
from hall.workdays.models import CalendarProposal
from hall.workdays.proposals import propose
from tests.cast import DIVISIONS, HALLS, KINDS, client_of
from tests.disclosure.making import made_public, send_out
from tests.factories import cases
from tests.factories.answers import pdf
from tests.factories.hearings import scheduled_hearing
from tests.hall.workdays.changing import rest
from tracking.disclosure.models import Disclosure
from tracking.opendata.actions.making import make_files
from tracking.opendata.actions.reviewing import open_up
from tracking.opendata.actions.reviewing import send as send_data_set
from tracking.opendata.actions.revoking import publish_list
from tracking.opendata.models import DataFile, DataSet, RevocationList
from tracking.register.models import Record
from tracking.requests.actions.file import Asked
from tracking.requests.actions.file import file as ask
from tracking.requests.actions.handle import confirm
from tracking.requests.models import InfoRequest

APPLICANT, STRANGER, ELSEWHERE = "zhangxiaoman", "liyinuo", "yunshang"
PREFIX = "/500103"
COMPLAINT = "申请提交后多日没有答复，请核实。"


@dataclass
class World:
    """Handlings of 渝中区 by state; ``above`` is the city's part of the case that ``below`` reported up."""

    draft: Application
    received: Handling
    correcting: Handling
    accepted: Handling
    reviewed: Handling
    done: Handling
    below: Handling
    above: Handling
    drafted: Disclosure
    reviewing: Disclosure
    record: Record
    grievance: Grievance
    message: Message
    proposal: CalendarProposal
    asked: OpinionRequest
    hearing: Hearing
    request: InfoRequest
    data_file: DataFile
    revocation: RevocationList
    sessions: dict[str, str] = field(default_factory=dict)
    server: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=False))
    samples: dict[str, dict[str, Any]] = field(default_factory=dict, init=False)

    def browser(self, username: str = "", **options: Any) -> Client:
        """A browser of this person; ``""`` is somebody without an account. What breaks answers 500, as outside."""
        client = Client(raise_request_exception=False, **options)
        if not options:
            # Each client would load the middleware anew, which takes longer than the page.
            client.handler = self.server
        if username:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[username]
        return client


def build() -> World:
    halls, departments = build_city(today(), codes=DIVISIONS, kinds=KINDS)
    build_staff([hall for hall in halls if HALLS[hall.code] in ("cq", "yz", "wz")], list(departments))
    build_applicants(only=[APPLICANT, STRANGER, ELSEWHERE, "qingquan"])
    done = cases.delivered_case(by=APPLICANT)
    published = _published(done)
    reviewing = _sent(cases.decided_case(by=APPLICANT))
    drafted = _disclosure(cases.decided_case(by=APPLICANT))
    above = cases.reported_case(by="qingquan")
    world = World(
        received=cases.received_case(by=APPLICANT),
        correcting=cases.correcting_case(by=APPLICANT),
        accepted=(accepted := _inspected(cases.accepted_case(by=APPLICANT))),
        reviewed=cases.reviewed_case(by=APPLICANT),
        draft=cases.draft_case(by=APPLICANT),
        done=done,
        below=cases.fresh(above.application.handlings.exclude(pk=above.pk).get()),
        above=above,
        drafted=drafted,
        reviewing=reviewing,
        record=Record.objects.get(source_uid=published.uid),
        grievance=_grievance(accepted),
        message=_message(accepted),
        proposal=_proposal(),
        asked=_asked(accepted),
        request=_request(accepted),
        data_file=_data_file(),
        revocation=publish_list(),
        hearing=scheduled_hearing(cases.accepted_case(by="qingquan")),
    )
    drain()
    for user in User.objects.all():
        world.sessions[user.username] = _session_of(user)
    return world


def _session_of(user: User) -> str:
    """Last seen in a while from now: no request has to note that it was there, which would be undone with it."""
    session = client_of(user).session
    begun = int(now().timestamp())
    session.update({"session_begun": begun, "session_seen": begun + 3600})
    session.save()
    return session.session_key or ""


def _inspected(handling: Handling) -> Handling:
    """With a photograph in its record."""
    photograph = SimpleUploadedFile("现场.pdf", pdf().read())
    inspected: Handling = cases.inspected(handling, photographs=[photograph])
    return inspected


def _disclosure(handling: Handling) -> Disclosure:
    drain()
    return Disclosure.objects.get(application_uid=handling.application.uid)


def _sent(handling: Handling) -> Disclosure:
    return send_out(_disclosure(handling))


def _published(handling: Handling) -> Disclosure:
    return made_public(_disclosure(handling))


def _grievance(about: Handling) -> Grievance:
    told = Told(
        "complaint",
        "等待时间过长",
        COMPLAINT,
        name="张小满",
        phone="19900000001",
        case_no=about.application.case_no or "",
    )
    return file(told, hall=Hall.objects.get(code="500103"), user=about.application.applicant)


def _request(about: Handling) -> InfoRequest:
    """Confirmed, with its receipt, in the health commission's hands."""
    words: Any = {"description": "2025年全年。", "form": "electronic", "way": "online", "phone": "19900000001"}
    told = Asked(token=uid7(), department=about.department, title="卫生监督抽检结果", **words)
    request = ask(told, about.application.applicant)
    return confirm(request.uid, cases.staff_member("yz-discloser"), seen=request.version)


def _data_file() -> DataFile:
    """The data set of 渝中区 is open since the day before yesterday."""
    hall = Hall.objects.get(code="500103")
    sent = send_data_set(hall, cases.staff_member("yz-discloser"), assessment="没有汇聚风险。")
    data_set = open_up(sent.uid, cases.staff_member("yz-secrecy"))
    DataSet.objects.filter(pk=data_set.pk).update(opened_on=today() - timedelta(days=2))
    make_files()
    return DataFile.objects.filter(format="csv", period="daily").earliest("first_on")


def _asked(about: Handling) -> OpinionRequest:
    """The city's health commission is asked about one material of the case."""
    key = about.application.spec.materials[0].key
    examiner, version = cases.clerk(about, "examiner"), cases.seen(about)
    asked: Any = {"level": "city", "kind": "卫生健康", "question": "请提出专业意见。", "days": 5, "materials": [key]}
    return ask_opinion(about.uid, examiner, seen=version, **asked)


def _message(about: Handling) -> Message:
    case = about.application
    kind = Kind("tests.told", "演示消息")
    with transaction.atomic():
        notify(case.applicant, kind, "演示", key="w", hall=case.hall, route="apply:case", subject_uid=case.uid)
    return Message.objects.get(key__startswith="w:")


def _proposal() -> CalendarProposal:
    """A day of rest in ten years, which moves nothing."""
    change = Regional(rest(date(2036, 3, 4)), "500103", "演示：区人民政府公告")
    return propose(change, cases.staff_member("cq-supervisor"))


@contextmanager
def in_one_transaction() -> Iterator[None]:
    """Everything is undone at the end; what runs inside may nest another one."""
    outer = transaction.atomic()
    # Counting tries opens a durable transaction, which tests may nest.
    outer._from_testcase = True  # type: ignore[attr-defined]
    with outer:
        yield
        transaction.set_rollback(True)


@contextmanager
def listening() -> Iterator[StringIO]:
    """Every line that any logger writes, down to the details that a curious operator may switch on."""
    lines, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(lines), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
