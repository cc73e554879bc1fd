"""Requests for disclosure at any point of their life, brought there by the real deeds; needs the ``city`` fixture."""

from datetime import date
from typing import Any

from hall.accounts.demo import build_applicants
from hall.accounts.models import User
from hall.clock import today
from hall.organisations.models import Department
from hall.uids import uid7
from tests.factories.cases import staff_member
from tests.factories.snapshots import kept
from tracking.requests.actions.answering import Answer, answer, send_to_check
from tracking.requests.actions.file import Asked, file
from tracking.requests.actions.handle import ask_supplement, confirm
from tracking.requests.actions.third_parties import consult, note_service
from tracking.requests.models import InfoRequest

TITLE = "渝中区2025年公共场所卫生监督抽检结果"
PROVIDED = Answer("provided", way="抽检结果见本机关网站，或者到窗口查阅。")
WITHHELD = Answer("withheld", ground="TRADE_SECRET", reason="含有企业的工艺参数，公开会损害其合法权益。")


def asked(**changed: Any) -> Asked:
    plain: dict[str, Any] = {
        "token": uid7(),
        "department": Department.objects.get(hall__code="500103", kind="卫生健康"),
        "title": TITLE,
        "description": "2025年全年，含单位名称和检测结论。",
        "form": "electronic",
        "way": "online",
        "phone": "19900000001",
    }
    return Asked(**plain | changed)


def person() -> User:
    return build_applicants(only=["zhangxiaoman"])["zhangxiaoman"]


@kept
def submitted(*, user: User | None = None, **changed: Any) -> InfoRequest:
    return file(asked(**changed), user or person())


@kept
def received(**changed: Any) -> InfoRequest:
    request = submitted(**changed)
    return confirm(request.uid, discloser(), seen=request.version)


@kept
def supplementing(**changed: Any) -> InfoRequest:
    request = received(**changed)
    return ask_supplement(request.uid, discloser(), seen=request.version, asked="请写明是哪一类场所。", days=10)


@kept
def consulting(**changed: Any) -> InfoRequest:
    """Asked and served on the same day."""
    return served(unserved(**changed))


@kept
def unserved(*, made_it: bool = False, **changed: Any) -> InfoRequest:
    request = received(**changed)
    name = "渝中区市场监督管理局" if made_it else "重庆清泉浴室有限公司"
    asking = {"name": name, "question": "该公司的抽检结果。"}
    return consult(request.uid, discloser(), seen=request.version, made_it=made_it, **asking)


def served(request: InfoRequest, on: date | None = None) -> InfoRequest:
    """The last of those who were asked."""
    said: dict[str, Any] = {"party": request.third_parties.latest("id").uid, "served_on": on or today(), "mode": "2"}
    return note_service(request.uid, discloser(), seen=request.version, **said)


@kept
def checking(said: Answer = PROVIDED, **changed: Any) -> InfoRequest:
    request = received(**changed)
    return send_to_check(request.uid, discloser(), seen=request.version, answer=said)


@kept
def answered(said: Answer = PROVIDED, **changed: Any) -> InfoRequest:
    request = checking(said, **changed)
    return answer(request.uid, checker(), seen=request.version)


def discloser() -> User:
    return staff_member("yz-discloser")


def checker() -> User:
    return staff_member("yz-secrecy")


def head() -> User:
    return staff_member("yz-wj-head")


def again(request: InfoRequest) -> InfoRequest:
    return InfoRequest.objects.get(pk=request.pk)
