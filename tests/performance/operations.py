"""What is measured, each through its page as a person would do it: prepared beforehand, then done once."""

from collections.abc import Callable
from functools import partial
from itertools import count as count_up
from uuid import UUID

from django.test import Client, override_settings
from django.urls import reverse

from applications.actions.accept import accept
from applications.actions.decide import grant
from applications.models import Application, Handling
from hall.accounts.models import User
from hall.numbering.demo import demo_uscc
from hall.throttling.models import Allowance
from hall.uids import uid7
from tests.cast import client_of
from tests.factories.cases import (
    LABOUR_DISPATCH,
    clerk,
    draft_case,
    fresh,
    received_case,
    reviewed_case,
    seen,
    written_review,
)
from tests.factories.everywhere import been_everywhere, before_the_opinion

Operation = Callable[[], object]
Prepare = Callable[[], Operation]
OPINION_ON_EVERYTHING = written_review(LABOUR_DISPATCH)
# Above those of the demo's own organisations.
_SERIALS = count_up(5000)
_BARE = {"ROOT_URLCONF": "tests.performance.bare", "MIDDLEWARE": []}


def floors(count: int) -> dict[str, list[Operation]]:
    keys = list(Application.objects.exclude(case_no=None).values_list("pk", flat=True)[:count])
    clerk_at_work = _browser(clerk(fresh(received_case()), "window"))
    return {
        "floor: lock and save one row": [partial(_bare, f"/save/{key}/") for key in keys],
        "floor: read one row": [partial(_bare, f"/read/{key}/") for key in keys],
        "the same lock and save behind the hall's middleware": [
            partial(_behind_the_middleware, clerk_at_work, f"/save/{key}/") for key in keys
        ],
    }


def _bare(path: str) -> None:
    with override_settings(**_BARE):
        assert Client().get(path).status_code == 200


def _behind_the_middleware(browser: Client, path: str) -> None:
    """What a signed-in clerk's request costs before any deed of ours begins: hall, session, account, headers."""
    with override_settings(ROOT_URLCONF=_BARE["ROOT_URLCONF"]):
        assert browser.get(path).status_code == 200


def deeds() -> dict[str, Prepare]:
    """Each prepares one operation."""
    return {
        "file": lambda: _filing(draft_case()),
        "accept": lambda: _deed(received_case(), "window", "accept"),
        "decide": lambda: _deed(reviewed_case(), "signer", "grant", content="准予经营。"),
        # The deed without its page: lock, settle, rule, transition, ledger, papers, audit, event.
        "accept, the deed alone": lambda: _alone(received_case(), "window", accept),
        "decide, the deed alone": lambda: _alone(reviewed_case(), "signer", grant, content="准予经营。"),
        # Behind it lie every record, party, opinion, stop and promise that a case can have.
        "review, in every room": lambda: _deed(before_the_opinion(), "examiner", "review", **OPINION_ON_EVERYTHING),
        "decide, in every room": lambda: _deed(been_everywhere(), "signer", "grant"),
    }


def _filing(draft: Application) -> Operation:
    """A draft of somebody's own: one person has one draft of an item, and one filing."""
    applicant = draft.applicant
    applicant.pk, applicant.uid, applicant.username = None, uid7(), f"bench{draft.pk}"
    applicant.uscc = demo_uscc("91", "500103", next(_SERIALS))
    applicant.save()
    Application.objects.filter(pk=draft.pk).update(applicant=applicant)
    browser, address = _browser(applicant), reverse("apply:check", args=[draft.uid])
    return partial(_post, browser, address, {"truth": "on"})


def _deed(handling: Handling, role: str, deed: str, **told: str) -> Operation:
    handling = fresh(handling)
    browser = _browser(clerk(handling, role))
    address = reverse("desk:deed", args=[handling.uid, deed])
    return partial(_post, browser, address, {"version": seen(handling), **told})


def _alone(handling: Handling, role: str, deed: Callable[..., object], **told: object) -> Operation:
    return partial(_act, deed, handling.uid, clerk(handling, role), {"seen": seen(handling), **told})


def _act(deed: Callable[..., object], uid: UUID, user: User, told: dict[str, object]) -> None:
    # As each request reads the account anew, with the duties that it holds now.
    deed(uid, User.objects.get(pk=user.pk), **told)


def _browser(user: User) -> Client:
    """Signed in and past the first page, which notes when the session began."""
    browser = client_of(user)
    browser.get("/accounts/profile/")
    return browser


def _post(browser: Client, address: str, data: dict[str, object]) -> None:
    answer = browser.post(address, data)
    assert answer.status_code == 302, answer.content.decode()[:3000]


def pages(count: int) -> dict[str, list[Operation]]:
    handling = fresh(received_case())
    application = handling.application
    number = {"number": application.case_no, "code": application.query_code}
    desk = client_of(clerk(handling, "window"))
    return {
        "look-up": [partial(_look_up, number) for _ in range(count)],
        "desk page": [partial(_get, desk, "/500103/desk/") for _ in range(count)],
        "register page": [partial(_get, Client(), reverse("register:list")) for _ in range(count)],
        "register search": [partial(_get, Client(), reverse("register:list") + "?q=演示777号") for _ in range(count)],
    }


def _look_up(number: dict[str, str]) -> None:
    Allowance.objects.all().delete()
    browser = Client()
    answer = browser.post(reverse("progress:look_up"), number)
    assert answer.status_code == 302, answer.status_code
    _get(browser, answer["Location"])


def _get(browser: Client, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code, answer.headers)
