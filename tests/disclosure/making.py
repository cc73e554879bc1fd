"""Disclosures at any point of their life, brought there by the real deeds; the test needs the ``city`` fixture."""

from applications.actions.decide import grant
from applications.models import Decision
from hall.accounts.models import Duty, Post, User
from hall.organisations.models import Department
from tests.factories.cases import clerk, reviewed_case, seen, staff_member
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.judge import publish
from tracking.disclosure.actions.send import send
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

PERSON, COMPANY = "zhangxiaoman", "qingquan"
FULL_NAME = "张小满"
ID_NUMBER = "11010519491231002X"
CONTENT = "准予经营沐浴场所，营业面积 120 平方米。"


def decided(*, by: str = COMPANY, content: str = CONTENT) -> Decision:
    handling = reviewed_case(by=by)
    return grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=content)


def drafted(**asked: str) -> Disclosure:
    disclosure = draft(decided(**asked).uid)
    assert disclosure is not None
    return disclosure


def sent(*, written: str = "", **asked: str) -> Disclosure:
    """In review; ``written`` is what the discloser wrote over the machine's draft."""
    disclosure = drafted(**asked)
    words = {"grantee": disclosure.grantee, "content": written or disclosure.content}
    return send(disclosure.uid, discloser(), seen=disclosure.version, **words)


def published(**asked: str) -> tuple[Disclosure, Record]:
    disclosure = sent(**asked)
    disclosure = publish(disclosure.uid, reviewer(), seen=disclosure.version)
    return disclosure, Record.objects.get(source_uid=disclosure.uid)


def discloser() -> User:
    return staff_member("yz-discloser")


def reviewer() -> User:
    return staff_member("yz-secrecy")


def another(duty: Duty, name: str = "方备岗") -> User:
    """A second holder of the duty in 渝中区."""
    colleague = User.objects.create(kind="staff", username=f"yz-{duty}-2", name=name)
    Post.objects.create(user=colleague, department=_department(), duty=duty)
    return colleague


def give(user: User, duty: Duty) -> User:
    """The same person with one duty more."""
    Post.objects.create(user=user, department=_department(), duty=duty)
    return User.objects.get(pk=user.pk)


def _department() -> Department:
    return Department.objects.filter(hall__code="500103").order_by("pk")[0]


def again(disclosure: Disclosure) -> Disclosure:
    return Disclosure.objects.get(pk=disclosure.pk)


def signer_of(decision_of: Disclosure) -> User:
    return User.objects.get(uid=str(decision_of.signer_uid))
