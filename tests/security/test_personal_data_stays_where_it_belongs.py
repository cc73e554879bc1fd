"""A number, a phone, an address or a full name is read by its owner and whoever decides on it, by nobody else."""

import json

import pytest

from hall.accounts.models import User
from tests.security import places, table
from tests.security.walking import pages
from tests.security.world import APPLICANT, PREFIX, World, in_one_transaction, listening

# What somebody else may come across, and in which part of the hall.
OTHERS = ["", "yz-rs-window", "wz-wj-window", "yz-discloser", "yz-secrecy", "cq-wj-window"]
STARTS = ["/", "/desk/", "/disclosure/", "/register/", "/complaints/desk/", "/space/", "/api/v1/records/"]


def sealed(world: World) -> list[str]:
    """What identifies 张小满, in the account and in the answers."""
    zhang = User.objects.get(username=APPLICANT)
    answers = world.done.application.personal_answers or {}
    long = [text for text in answers.values() if isinstance(text, str) and len(text) > 8]
    return [zhang.id_number, zhang.phone, zhang.address, *long]


def shown(text: str, world: World) -> list[str]:
    return [word for word in [*sealed(world), "张小满"] if word in text]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_reads_it_on_any_page(world: World, who: str) -> None:
    walked = pages(world.browser(who), *[PREFIX + start for start in STARTS], limit=24)
    assert {address: words for address, text in walked if (words := shown(text, world))} == {}


def test_the_handler_of_a_complaint_reads_what_was_told_to_them_and_no_more(world: World) -> None:
    text = world.browser("yz-complaints").get(f"{PREFIX}/complaints/desk/{world.grievance.uid}/").content.decode()
    assert set(shown(text, world)) == {"张小满", world.grievance.phone}


def test_the_supervisor_above_reads_nothing_of_a_complaint_below(world: World) -> None:
    assert world.browser("cq-supervisor").get(f"{PREFIX}/complaints/desk/{world.grievance.uid}/").status_code == 404


def test_the_register_finds_nobody_by_the_name_that_it_masks(world: World) -> None:
    for path in ("/register/", "/api/v1/records/"):
        assert str(world.record.uid) not in world.browser().get(PREFIX + path, {"q": "张小满"}).content.decode()
        assert "张**" in world.browser().get(PREFIX + path).content.decode()


def test_looking_a_case_up_tells_the_surname_only(world: World) -> None:
    case = world.accepted.application
    question = {"number": case.case_no, "code": case.query_code}
    answer = world.browser().post("/api/v1/look-up/", question, "application/json")
    assert answer.status_code == 200
    assert shown(json.dumps(answer.json(), ensure_ascii=False), world) == []
    assert answer.json()["applicant"] == "张**"


def test_nothing_of_it_is_logged_while_its_owner_uses_every_page(world: World) -> None:
    samples, mine = places.samples(world), world.browser(APPLICANT)
    with listening() as lines:
        for name, method in table.rows():
            with in_one_transaction():
                address = places.address(name, samples.get(name, {}))
                mine.get(address) if method == "GET" else mine.post(address, {"phone": "19900000001"})
    assert "Not Found" in lines.getvalue()
    assert shown(lines.getvalue(), world) == []
    assert world.accepted.application.query_code not in lines.getvalue()


def test_refusals_and_failures_log_nothing_of_what_was_sent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when a page breaks: a traceback must not carry the form along."""

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("complaints.grievances.views.public.file", broken)
    told = {"category": "complaint", "title": "投诉", "content": "内容" * 9, "name": "张小满", "phone": "19900000001"}
    with listening() as lines:
        assert world.browser().post("/complaints/new/", told).status_code == 500
        world.browser().post("/accounts/sign-in/", {"username": "zhangxiaoman", "password": "Geheim-2026-xx"})
        world.browser().post("/track/", {"number": "19900000001", "code": "19900000001"})
    assert "broken on purpose" in lines.getvalue()
    for secret in ("19900000001", "Geheim-2026-xx", "张小满"):
        assert secret not in lines.getvalue()


def test_a_refusal_never_shows_what_belongs_to_somebody_else(world: World) -> None:
    samples = places.samples(world)
    for (name, method), answers in table.rows().items():
        if "404" not in answers.values() or name not in samples:
            continue
        # The owner is shown their own name at the head of every page.
        who = next(one for one, answer in answers.items() if answer == "404" and one != "applicant")
        browser, address = world.browser(table.PEOPLE[who]), places.address(name, samples[name])
        with in_one_transaction():
            answer = browser.get(address) if method == "GET" else browser.post(address)
        assert shown(answer.content.decode(), world) == [], (name, who)
