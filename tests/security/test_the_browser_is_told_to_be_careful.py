"""Headers, cookies and tokens (等保 2.0: 入侵防范, 剩余信息保护)."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test.client import ClientHandler

from tests.security import places
from tests.security.world import APPLICANT, PREFIX, World, in_one_transaction

pytestmark = pytest.mark.django_db  # also of those who only read what was answered before: each can be run alone

WINDOW = "yz-wj-window"
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|\sstyle=|<style|javascript:", re.IGNORECASE)


def all_pages(world: World) -> dict[str, str]:
    """Every address that can be read, and who reads it."""
    samples = places.samples(world)
    told = {name: places.address(name, samples.get(name, {})) for name in places.names()}
    staff = {"desk": WINDOW, "disclosure": "yz-discloser"}
    handled = dict.fromkeys(("grievances:desk", "grievances:matter"), "yz-complaints")
    disclosing = ("requests:desk", "requests:matter", "requests:matter_paper", "opendata:desk", "creditfile:desk")
    handled |= dict.fromkeys(disclosing, "yz-discloser")
    return {
        address: handled.get(name) or staff.get(name.partition(":")[0], APPLICANT)
        for name, address in told.items()
        if name != "api:schema"
    }


@pytest.fixture(scope="module")
def answers(built: World, django_db_blocker: Any) -> dict[str, Any]:
    """What each address answers, asked once for all that is looked for in it."""
    with django_db_blocker.unblock(), in_one_transaction():
        return {address: built.browser(who).get(address) for address, who in all_pages(built).items()}


def test_every_answer_says_what_may_run_in_it(answers: dict[str, Any]) -> None:
    for address, answer in answers.items():
        policy = answer["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert "default-src 'self'" in policy or "default-src 'none'" in policy, address
        assert answer["X-Frame-Options"] == "DENY", address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert answer["Referrer-Policy"] == "same-origin", address


def test_no_page_carries_script_or_style_of_its_own(answers: dict[str, Any]) -> None:
    found = {}
    for address, answer in answers.items():
        if answer["Content-Type"].startswith("text/html") and (inline := _INLINE.findall(answer.content.decode())):
            found[address] = inline
    assert found == {}


def test_what_is_personal_is_kept_by_no_cache(built: World, answers: dict[str, Any]) -> None:
    personal = [address for address in answers if re.search(r"/(apply|desk|disclosure|api/v1/cases)/", address)]
    personal += [f"{PREFIX}/space/", f"{PREFIX}/accounts/profile/"]
    personal += [f"{PREFIX}/complaints/{at}{built.grievance.uid}/" for at in ("", "desk/")]
    for address in personal:
        if answers[address].status_code == 200:
            assert "no-store" in answers[address]["Cache-Control"], address


@pytest.mark.parametrize("name", ["apply:material", "apply:paper", "desk:material", "desk:paper"])
def test_a_file_is_handed_over_as_a_download_that_can_do_nothing(world: World, name: str) -> None:
    who = APPLICANT if name.startswith("apply") else WINDOW
    answer = world.browser(who).get(places.address(name, places.samples(world)[name]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites(world: World) -> None:
    browser = world.browser()
    browser.post("/accounts/sign-in/", {"username": APPLICANT, "password": "Yanshi-2026-hall"})
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert settings.SESSION_COOKIE_SECURE is settings.SECURE_HTTPS


def test_signing_in_begins_a_new_session(world: World) -> None:
    """A session that somebody else planted in the browser does not become the visitor's."""
    browser = world.browser()
    browser.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    browser.post("/accounts/sign-in/", {"username": APPLICANT, "password": "Yanshi-2026-hall"})
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != "a" * 32


def test_signing_out_ends_the_session_on_the_server(world: World) -> None:
    browser, thief = world.browser(APPLICANT), world.browser(APPLICANT)
    browser.post("/accounts/sign-out/")
    assert thief.get("/space/").status_code == 302


def test_no_deed_is_done_without_the_token(world: World) -> None:
    samples = places.samples(world)
    free = {"portal:preferences", "api:look_up"}
    server = ClientHandler(enforce_csrf_checks=True)
    for name, who in [(name, APPLICANT) for name in places.names()] + [("desk:deed", WINDOW)]:
        browser = world.browser(who)
        browser.handler = server
        json = {"content_type": "application/json"} if name.startswith("api:") else {}
        answer = browser.post(places.address(name, samples.get(name, {})), {"nothing": ""}, **json)  # type: ignore[arg-type]
        assert answer.status_code in ({302, 400} if name in free else {403, 405, 415}), name
