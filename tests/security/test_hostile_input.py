"""What nobody types by mistake: every address and every form takes it and answers, never with a failure of ours."""

import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch
from urllib.parse import urljoin

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict

from applications.models import Handling
from tests.security import places, table
from tests.security.world import APPLICANT, PREFIX, World, in_one_transaction

WORDS = {
    "long": "长" * 2000,
    "nul": "a\0b",
    "bidi": "\u202e\u2066txt.exe\u2069",
    "quote": "'\"><script>alert(1)</script>",
    "sql": "1' OR '1'='1' --",
    "template": "{{ 7|add:7 }}{% debug %}",
    "number": "99999999999999999999999",
    "minus": "-1",
    "nan": "nan",
    "zeros": "1e-999999999",
    "day": "2026-02-30",
    "uid": "00000000-0000-0000-0000-00000000000",
    "path": "../../../../etc/passwd",
    "lines": "a\r\nSet-Cookie: b=c",
    "sign": "𠮷🀄",
}
PARAMETERS = [
    "q", "audience", "topic", "department", "level", "after", "before", "show", "scope", "urgency", "state", "step",
    "item", "text", "next", "ended", "case", "category", "division", "check", "decided_from", "decided_to", "cursor",
    "code", "format", "lang", "page",
]  # fmt: skip
READERS = {"desk": "yz-wj-window", "disclosure": "yz-discloser"}
CURSORS = [b64encode(text.encode()).decode() for text in ("p=abc", "p=%00", "p=9" * 50, "r=1&p=x&o=999999999")]
CURSORS += ["none_x", "2026-01-01_x", "2026-13-01_", "0" * 40, "1\0", "1abc", "_", "2026-01-01_00000000-0000-0000"]


def reader(name: str) -> str:
    if name in ("grievances:desk", "grievances:matter"):
        return "yz-complaints"
    if name in ("requests:desk", "requests:matter", "requests:matter_paper", "opendata:desk", "creditfile:desk"):
        return "yz-discloser"
    return READERS.get(name.partition(":")[0], APPLICANT)


def readable(world: World) -> dict[str, str]:
    """The addresses at which something is read, with one of each kind of thing."""
    samples, rows = places.samples(world), table.rows()
    names = [name for name in places.names() if "200" in rows[name, "GET"].values() or name == "disclosure:edit"]
    return {name: places.address(name, samples.get(name, {})) for name in names}


# One for each kind of reader that an address has: text, number, day, uid, and what is repeated in the page.
BEHIND = ["quote", "lines", "long", "nul", "number", "day", "uid"]


# Every page repeats the whole address: here it matters even where nobody reads it.
REPEATED = ["quote", "lines"]
# Who looks once for the frame: the search box of the template, and the way back to this page.
FRAME = ["django.template.base", "hall.portal.context"]


@pytest.fixture(scope="module")
def unread() -> set[str]:
    """The addresses whose code never looked behind their question mark: to them every word is the same."""
    return set()


@pytest.mark.parametrize("kind", BEHIND)
def test_no_address_breaks_by_what_stands_behind_its_question_mark(world: World, unread: set[str], kind: str) -> None:
    asked = dict.fromkeys(PARAMETERS, WORDS[kind])
    broken = {}
    for name, address in readable(world).items():
        if name in unread and kind not in REPEATED:
            continue
        with in_one_transaction(), looking_behind() as looked:
            answer = world.browser(reader(name)).get(address, asked)
        if not looked:
            unread.add(name)
        if answer.status_code >= 500 or "<script>alert" in _text(answer) or "Set-Cookie: b=c" in str(answer.headers):
            broken[name] = answer.status_code
    assert broken == {}


@pytest.mark.parametrize("name", [
    "apply:mine", "desk:cases", "disclosure:queue", "grievances:desk", "requests:desk", "catalogue:list",
    "catalogue:drafts",
    "register:list", "api:cases", "api:items", "api:records",
])  # fmt: skip
def test_a_cursor_that_was_cut_or_made_up_is_refused_or_ignored(world: World, name: str) -> None:
    browser = world.browser("yz-wj-window" if name == "catalogue:drafts" else reader(name))
    for cursor in CURSORS:
        # A page is turned forwards or backwards, a list for machines by its cursor alone.
        for parameter in ("after", "before"):
            answer = browser.get(places.address(name, {}), {parameter: cursor, "cursor": cursor})
            assert answer.status_code in (200, 400, 404), (parameter, cursor)


@pytest.mark.parametrize("path", [
    "/apply/not-a-uid/", "/apply/00000000-0000-0000-0000-000000000000/", "/desk/x/accept/", "/items/%00/",
    "/items/" + "9" * 400 + "/", "/papers/%00%00/", "/papers/" + "A" * 3000 + "/", "/register/..%2f..%2fetc/",
    "/styleguide/errors/99999999999999999999/", "/apply/start/%00/", "/999999/items/", "/500103/500103/items/",
    "/%ff%fe/", "/static/../hall/settings.py", "/static/%2e%2e/settings.py", "/api/v1/items/%00/",
    "/api/v1/cases/x/", "/complaints/desk/%00/",
])  # fmt: skip
def test_an_address_that_is_none_is_not_found(world: World, path: str) -> None:
    for who in ("", APPLICANT, "yz-wj-window"):
        assert world.browser(who).get(path).status_code in (301, 302, 400, 403, 404), who


@contextmanager
def looking_behind() -> Iterator[list[str]]:
    """The modules that look behind the question mark of a request, once the frame of the page has had its looks."""
    looked: list[str] = []

    def asked(request: WSGIRequest) -> QueryDict:
        looked.append(sys._getframe(1).f_globals["__name__"])
        if "GET" not in vars(request):
            vars(request)["GET"] = QueryDict(request.META["QUERY_STRING"])
        kept: QueryDict = vars(request)["GET"]
        return kept

    def full_path(request: WSGIRequest, force_append_slash: bool = False) -> str:
        looked.append(sys._getframe(1).f_globals["__name__"])
        return usual(request, force_append_slash)

    usual = WSGIRequest.get_full_path
    with patch.object(WSGIRequest, "GET", property(asked)), patch.object(WSGIRequest, "get_full_path", full_path):
        yield looked
    for module in FRAME:
        if module in looked:
            looked.remove(module)


class Forms(HTMLParser):
    """The forms of a page: where each is sent, and the names of what it asks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            posts = (given.get("method") or "get").lower() == "post"
            self.found.append((given.get("action") or "", [], posts))
        elif tag in ("input", "select", "textarea", "button") and self.found and given.get("name"):
            self.found[-1][1].append(given["name"] or "")


def _text(answer: Any) -> str:
    return "" if answer.streaming else answer.content.decode(errors="replace")


FORMS = {
    "draft, first part": ("apply:section", APPLICANT),
    "materials": ("apply:materials", APPLICANT),
    "check": ("apply:check", APPLICANT),
    "correction": ("apply:correction", APPLICANT),
    "beginning": ("apply:start", "liyinuo"),
    "contact": ("accounts:contact", APPLICANT),
    "password": ("accounts:password", APPLICANT),
    "signing up": ("accounts:sign_up_person", ""),
    "signing up an organisation": ("accounts:sign_up_organisation", ""),
    "signing in": ("accounts:sign_in", ""),
    "desk": ("desk:case", "yz-wj-examiner"),
    "complaint": ("grievances:new", APPLICANT),
    "looking a complaint up": ("grievances:home", ""),
    "handling a complaint": ("grievances:matter", "yz-complaints"),
    "asking for information": ("requests:new", APPLICANT),
    "assessing a data set": ("opendata:desk", "yz-discloser"),
    "handling a request": ("requests:matter", "yz-discloser"),
    "looking a case up": ("progress:look_up", ""),
    "drafting a disclosure": ("disclosure:edit", "yz-discloser"),
    "judging a disclosure": ("disclosure:one", "yz-secrecy"),
    "comparing a paper": ("papers:verify", ""),
    "preferences": ("portal:home", ""),
}


# One for each way in which a text can go wrong; a form is read by the same code as its neighbours.
WORST = [WORDS[name] for name in ("long", "nul", "quote", "nan", "zeros", "uid")]
# On a page of many forms each field takes some of them in turn, each form beginning with another one.
MANY = 6


@pytest.mark.parametrize(("name", "who"), FORMS.values(), ids=FORMS)
def test_no_form_breaks_by_what_is_written_into_it(world: World, name: str, who: str) -> None:
    address = readable(world)[name].removesuffix("edit/")
    forms = forms_of(world, address, who, own=name != "portal:home")
    for action, written in attacks(forms, WORST):
        with in_one_transaction():
            answer = world.browser(who).post(urljoin(address, action), written)
        assert answer.status_code < 500, (action, written)
        assert "<script>alert" not in _text(answer)


@pytest.mark.parametrize(("stage", "role"), [
    ("received", "window"), ("accepted", "examiner"), ("reviewed", "signer"), ("drafted", "cert"),
])  # fmt: skip
def test_no_deed_of_the_desk_breaks_by_what_is_written_into_it(world: World, stage: str, role: str) -> None:
    """Written by somebody who has the case open as it is, so that nothing else stops it."""
    handling = Handling.objects.get(application__uid=world.drafted.application_uid) if stage == "drafted" else None
    handling = handling or getattr(world, stage)
    address, who = f"{PREFIX}/desk/{handling.uid}/", f"yz-wj-{role}"
    for action, written in attacks(forms_of(world, address, who), WORST[:3]):
        with in_one_transaction():
            answer = world.browser(who).post(
                urljoin(address, action), written | {"version": str(handling.application.version)}
            )
        assert answer.status_code < 500, (action, written)


def attacks(forms: list[tuple[str, list[str]]], words: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """What is sent where: every word in every field of a form, or two in turn where a page has many forms."""
    for first, (action, names) in enumerate(forms):
        for turn in range(len(words) if len(forms) < MANY else 2):
            if len(forms) < MANY:
                yield action, dict.fromkeys(names, words[turn])
            else:
                yield action, {name: words[(first + turn + at) % len(words)] for at, name in enumerate(names)}


def forms_of(world: World, address: str, who: str, *, own: bool = True) -> list[tuple[str, list[str]]]:
    """What can be sent from a page; ``own`` leaves out the frame that every page has around it."""
    found = [(action, names) for action, names, posts in Forms(_text(world.browser(who).get(address))).found if posts]
    framed = ("/preferences/", "/accounts/sign-out/")
    mine = [form for form in found if not (own and form[0].endswith(framed))]
    assert mine, f"{address} has nothing to fill in"
    return mine
