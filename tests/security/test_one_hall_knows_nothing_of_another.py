"""Words planted in 万州区 (a case, its applicant, a complaint, a disclosure) are sought on every page of other halls.

Each planted text holds two words: the one is searched for, the other must not appear, since a page repeats what was
asked for.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from complaints.grievances.actions.file import Told, file
from complaints.grievances.models import Grievance
from hall.accounts.models import User
from hall.events.worker import drain
from hall.organisations.models import Department, Hall
from hall.uids import uid7
from tests.factories import cases
from tests.security.walking import pages
from tests.security.world import ELSEWHERE, World, in_one_transaction
from tracking.disclosure.models import Disclosure
from tracking.requests.actions.file import Asked
from tracking.requests.actions.file import file as ask

ASKED, SECRET, OFFICE = "玄鹤", "青鸾", "碧霄"
WHOLE = ASKED + SECRET
# Who works, and in which hall: none of them in 万州区.
CLERKS = {
    "yz-window": "/500103",
    "yz-wj-signer": "/500103",
    "yz-complaints": "/500103",
    "yz-discloser": "/500103",
    "cq-window": "",
    "cq-complaints": "",
    "cq-supervisor": "",
    "cq-discloser": "",
}


@pytest.fixture(scope="module")
def planted(built: World, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), in_one_transaction():
        User.objects.filter(username=ELSEWHERE).update(name=f"重庆{WHOLE}浴室有限公司")
        Department.objects.filter(hall__code="500101", kind="卫生健康").update(name=f"万州区{OFFICE}委员会")
        waiting = cases.received_case(by=ELSEWHERE, hall="500101", place_name=f"{WHOLE}店")
        cases.decided_case(by=ELSEWHERE, hall="500101")
        drain()
        _complain(waiting.application.case_no)
        _ask_for_information()
        yield replace(built, accepted=waiting)


def _complain(case_no: str | None) -> None:
    told = Told("complaint", f"{WHOLE}无人理会", f"{WHOLE}申请多日，无人答复。", case_no=case_no or "")
    file(told, hall=Hall.objects.get(code="500101"), user=User.objects.get(username=ELSEWHERE))


def _ask_for_information() -> None:
    organ = Department.objects.get(hall__code="500101", kind="卫生健康")
    words = {"title": f"{WHOLE}的抽检结果", "description": WHOLE, "form": "paper", "way": "online", "phone": "1"}
    ask(Asked(token=uid7(), department=organ, **words), User.objects.get(username=ELSEWHERE))


def starts(prefix: str) -> list[str]:
    """Where each begins, and the word asked of every search."""
    search = [f"items/?q={ASKED}", f"register/?q={ASKED}", f"desk/?q={ASKED}&scope=all", f"desk/?text={ASKED}"]
    desks = ("desk/", "complaints/desk/", "disclosure/", "requests/desk/")
    return [f"{prefix}/{one}" for one in (*desks, "space/", "", *search)]


def test_the_words_are_there_for_their_own_clerks(planted: World, db: None) -> None:
    for who in ("wz-wj-window", "wz-complaints", "wz-discloser"):
        seen = pages(planted.browser(who), *starts("/500101"), limit=20)
        assert any(SECRET in text for _address, text in seen), who
    assert Disclosure.objects.filter(grantee__contains=SECRET).exists()
    assert Grievance.objects.filter(title__contains=SECRET).exists()


@pytest.mark.parametrize(("who", "prefix"), CLERKS.items())
def test_no_clerk_of_another_hall_meets_them(planted: World, db: None, who: str, prefix: str) -> None:
    texts = list(pages(planted.browser(who), *starts(prefix), limit=28))
    assert [address for address, text in texts if SECRET in text] == []
    assert len(texts) > 20


@pytest.mark.parametrize("prefix", ["", "/500103", "/500101"])
@pytest.mark.parametrize("who", ["", "liyinuo"])
def test_the_public_meets_them_nowhere_not_even_in_their_own_hall(
    planted: World, db: None, who: str, prefix: str
) -> None:
    texts = pages(planted.browser(who), *starts(prefix), f"{prefix}/api/v1/items/?q={ASKED}", limit=26)
    assert [address for address, text in texts if SECRET in text] == []


def test_a_department_is_named_in_its_own_hall_and_in_the_citys_alone(planted: World, db: None) -> None:
    texts = list(pages(planted.browser(), "/500103/", "/500103/items/", limit=45))
    assert [address for address, text in texts if OFFICE in text] == []
    assert any(OFFICE in text for _address, text in pages(planted.browser(), "/500101/items/", limit=3))


def test_addresses_from_another_hall_open_nothing(planted: World, db: None) -> None:
    grievance = Grievance.objects.get(title__contains=SECRET)
    disclosure = Disclosure.objects.get(grantee__contains=SECRET)
    handling, case = planted.accepted, planted.accepted.application
    for who in CLERKS:
        browser = planted.browser(who)
        for hall in ("", "/500101", "/500103"):
            for path in (f"desk/{handling.uid}", f"apply/{case.uid}", f"complaints/{grievance.uid}"):
                assert browser.get(f"{hall}/{path}/").status_code == 404
            for path in (f"complaints/desk/{grievance.uid}", f"disclosure/{disclosure.uid}"):
                assert browser.get(f"{hall}/{path}/").status_code in (403, 404)
