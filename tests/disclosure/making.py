"""Disclosures at any point of their life, brought there by the real deeds; the test needs the ``city`` fixture."""

from uuid import UUID

from applications.actions.decide import grant
from applications.models import Decision
from hall.accounts.models import Duty, Post, User
from hall.organisations.models import Department
from tests.factories.cases import clerk, reviewed_case, seen, staff_member
from tests.factories.snapshots import kept
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.judge import pass_on
from tracking.disclosure.actions.send import send
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

PERSON, COMPANY = "zhangxiaoman", "qingquan"
FULL_NAME = "张小满"
ID_NUMBER = "11010519491231002X"
CONTENT = "准予经营沐浴场所，营业面积 120 平方米。"


@kept
def decided(*, by: str = COMPANY, content: str = CONTENT) -> Decision:
    handling = reviewed_case(by=by)
    return grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=content)


@kept
def drafted(**asked: str) -> Disclosure:
    disclosure = draft(decided(**asked).uid)
    assert disclosure is not None
    return disclosure


@kept
def sent(*, written: str = "", **asked: str) -> Disclosure:
    """In review; ``written`` is what the discloser wrote over the machine's draft."""
    return send_out(drafted(**asked), content=written)


@kept
def passed(**asked: str) -> Disclosure:
    """Before whoever approves."""
    disclosure = sent(**asked)
    return pass_on(disclosure.uid, reviewer(), seen=disclosure.version)


def published(**asked: str) -> tuple[Disclosure, Record]:
    disclosure = made_public(sent(**asked))
    return disclosure, Record.objects.get(source_uid=disclosure.uid)


def send_out(disclosure: Disclosure, *, content: str = "") -> Disclosure:
    words = {"grantee": disclosure.grantee, "content": content or disclosure.content}
    return send(disclosure.uid, discloser(), seen=disclosure.version, **words)


@kept
def made_public(disclosure: Disclosure) -> Disclosure:
    """The rest of the road from wherever it lies, each step by its own person: the one place that walks it."""
    now = again(disclosure)
    if now.state == DisclosureState.DRAFT:
        now = send_out(now)
    if now.state == DisclosureState.REVIEWING:
        now = pass_on(now.uid, reviewer(), seen=now.version)
    return publish(now.uid, head(), seen=now.version)


def public_of(application_uid: UUID) -> Disclosure:
    """The disclosure of this case, published."""
    return made_public(Disclosure.objects.get(application_uid=application_uid))


def discloser() -> User:
    return staff_member("yz-discloser")


def reviewer() -> User:
    return staff_member("yz-secrecy")


def head() -> User:
    """Of every department of 渝中区."""
    return staff_member("yz-head")


def another(duty: Duty, name: str = "方备岗") -> User:
    """A second holder of the duty in 渝中区."""
    colleague = User.objects.create(kind="staff", username=f"yz-{duty}-2", name=name)
    return give(colleague, duty)


def give(user: User, duty: Duty) -> User:
    """The same person with one duty more, at every department of 渝中区."""
    for department in Department.objects.filter(hall__code="500103"):
        Post.objects.get_or_create(user=user, department=department, duty=duty)
    return User.objects.get(pk=user.pk)


def again(disclosure: Disclosure) -> Disclosure:
    return Disclosure.objects.get(pk=disclosure.pk)


def signer_of(decision_of: Disclosure) -> User:
    return User.objects.get(uid=str(decision_of.signer_uid))
