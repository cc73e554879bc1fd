"""Complaints at any point of their life, brought there by the real deeds; the test needs the ``city`` fixture."""

from typing import Any

from complaints.grievances.actions.file import Told, file
from complaints.grievances.actions.handle import accept, answer
from complaints.grievances.models import Grievance
from hall.accounts.models import Duty, Post, User
from hall.organisations.models import Department, Hall
from tests.factories.cases import staff_member

REPLY = "一、窗口已增加人手；二、等候时间将公开；三、向您致歉。"


def told(**changed: Any) -> Told:
    plain: dict[str, Any] = {
        "category": "complaint",
        "title": "窗口等候时间过长",
        "content": "十一月二十日上午在窗口等候两小时，请改进。",
    }
    return Told(**plain | changed)


def filed(*, hall: str = "500103", user: User | None = None, **changed: Any) -> Grievance:
    # A hall without anybody to handle it would pass it on.
    handler()
    return file(told(**changed), hall=Hall.objects.get(code=hall), user=user)


def accepted(**asked: Any) -> Grievance:
    return accept(filed(**asked).uid, handler())


def answered(**asked: Any) -> Grievance:
    return answer(accepted(**asked).uid, handler(), reply=REPLY)


def handler() -> User:
    """Whole-hall people hold their post at each department of 渝中区."""
    return staff_member("yz-complaints")


def officer_of(department: Department, name: str = "钱独岗") -> User:
    """Somebody who handles complaints in one department alone."""
    officer = User.objects.create(kind="staff", username=f"only-{department.pk}", name=name)
    Post.objects.create(user=officer, department=department, duty=Duty.COMPLAINTS)
    return officer


def again(grievance: Grievance) -> Grievance:
    return Grievance.objects.get(pk=grievance.pk)
