"""A real browser for tests: Chromium of the system, pages by reader, axe-core, sideways scroll.

    def test_home_reads_well(browse, city):
        page = browse("/", PHONE, ELDER)
        assert_clean(page)

``browse(path, *wishes, user=None)`` opens a page of the live server; ``user`` is signed in there. Each test begins with
fresh browsers, one for each person and way to look. Wishes are viewports (DESKTOP, PHONE, NARROW) and reading
preferences (ELDER, LARGEST, HIGH_CONTRAST).
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from deploy.packages import BROWSERS
from hall.portal.preferences import COOKIE, Reading
from tests import painting
from tests.static_files import AXE

CHROMIUM = os.environ.get("HALL_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
# As root the sandbox cannot start. Scripts are compiled in the thread that runs them: both cores have other work.
# The rest keeps the browser from calling home.
SWITCHES = ["--no-sandbox", "--js-flags=--single-threaded", "--disable-gpu", "--disable-background-networking",
            "--no-first-run", "--disable-component-update", "--disable-sync"]  # fmt: skip
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Nothing is fetched beforehand: that is for sounds and films, of which we have none, and takes a fifth of the time.
_OPTIONS = {"runOnly": _RULES, "resultTypes": ["violations", "incomplete"], "preload": False}
_LOAD = """path => new Promise((loaded, failed) => {
  const script = document.createElement("script");
  script.src = path;
  script.onload = () => { script.remove(); loaded(); };
  script.onerror = failed;
  document.head.append(script);
})"""
# Of all that is told, what failed or is doubtful; as one word, because a tree would be copied branch by branch.
_RUN = """async options => {
  const {violations, incomplete} = await axe.run(options);
  return JSON.stringify({violations, incomplete});
}"""
# Playwright has what Chromium's processes share written to the disk, because in a container this may hold 64 MiB only.
_SHARED = Path("/dev/shm")
_ENOUGH = 2**29


@dataclass(frozen=True)
class Wish:
    """How somebody looks at a page: the width of the screen, and their reading preferences."""

    viewport: ViewportSize | None = None
    reading: dict[str, str] | None = None
    scripts: bool = True


DESKTOP = Wish(ViewportSize(width=1280, height=900))
PHONE = Wish(ViewportSize(width=390, height=844))
NARROW = Wish(ViewportSize(width=320, height=640))
ELDER = Wish(reading={"view": "elder"})
LARGEST = Wish(reading={"size": "largest"})
HIGH_CONTRAST = Wish(reading={"contrast": "high"})
NO_SCRIPTS = Wish(scripts=False)
EVERY_LOOK = ((DESKTOP,), (PHONE,), (DESKTOP, ELDER), (NARROW, LARGEST))

Browse = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The browser's loop runs in this thread, where Django would otherwise refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES, ignore_default_args=_unwanted())
        yield browser
        browser.close()


def _unwanted() -> list[str]:
    """Of Playwright's own switches."""
    room = shutil.disk_usage(_SHARED).free if _SHARED.is_dir() else 0
    return ["--disable-dev-shm-usage"] if room > _ENOUGH else []


@pytest.fixture
def open_context(chromium: Browser, live_server: Any) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of one person: their cookies, their screen."""
    contexts = []

    def open_one(*wishes: Wish, user: Any = None) -> BrowserContext:
        context = chromium.new_context(
            base_url=live_server.url, locale="zh-CN", viewport=_viewport(wishes), java_script_enabled=_scripts(wishes)
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        _add_cookies(context, live_server.url, wishes, user)
        return context

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def browse(open_context: Callable[..., BrowserContext]) -> Browse:
    contexts: dict[Any, BrowserContext] = {}

    def open_page(path: str, *wishes: Wish, user: Any = None) -> Page:
        who = user and user.pk, tuple(map(repr, wishes))
        context = contexts.get(who) or contexts.setdefault(who, open_context(*wishes, user=user))
        page = context.new_page()
        page.goto(path)
        return page

    return open_page


def _viewport(wishes: tuple[Wish, ...]) -> ViewportSize:
    found: list[ViewportSize] = [wish.viewport for wish in (DESKTOP, *wishes) if wish.viewport]
    return found[-1]


def _scripts(wishes: tuple[Wish, ...]) -> bool:
    return all(wish.scripts for wish in wishes)


def _add_cookies(context: BrowserContext, url: str, wishes: tuple[Wish, ...], user: Any) -> None:
    context.add_cookies([{"name": COOKIE, "value": _reading(wishes), "url": url}])
    if user:
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(user), "url": url}])


def _reading(wishes: tuple[Wish, ...]) -> str:
    wished = {name: value for wish in wishes for name, value in (wish.reading or {}).items()}
    return Reading().changed(wished).as_cookie()


def look_otherwise(page: Page, *wishes: Wish) -> None:
    """The same person at another screen at once, and with other reading preferences from the next page on."""
    page.set_viewport_size(_viewport(wishes))
    [domain] = [one["domain"] for one in page.context.cookies() if one["name"] == COOKIE]
    page.context.add_cookies([{"name": COOKIE, "value": _reading(wishes), "domain": domain, "path": "/"}])


def session_of(user: Any) -> str:
    """A session as sign-in makes it, without filling in the form."""
    client = Client()
    client.force_login(user, backend="hall.accounts.backends.AccountBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def accessibility_problems(page: Page) -> list[str]:
    """What axe-core finds, each with the element it means."""
    ways = painting.mark(page)
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_LOAD, AXE)
    found = json.loads(page.evaluate(_RUN, _OPTIONS))
    painting.remember(page, ways, found)
    return [
        f"{rule['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:200]})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def sideways_scroll(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


def small_targets(page: Page, least: int) -> list[str]:
    """Buttons, fields and links on lines of their own that are lower than ``least`` pixels."""
    found: list[str] = page.evaluate(_SMALL_TARGETS, least)
    return found


_SMALL_TARGETS = """least => [...document.querySelectorAll(
    "a.button, button, select, textarea, .choices label, nav a, .link-list a, " +
    "input:not([type=hidden], [type=radio], [type=checkbox])"
  )].filter(one => one.offsetParent && one.getBoundingClientRect().height + 0.5 < least)
    .map(one => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`)"""


def assert_clean(page: Page) -> None:
    # A page that a click is still opening has no element to be measured.
    page.wait_for_load_state()
    wide = sideways_scroll(page)
    assert wide == 0, f"{page.url} is {wide} px wider than its window"
    problems = accessibility_problems(page)
    assert not problems, "\n".join([f"{page.url} in {page.viewport_size}", *problems])


def assert_clean_in_every_look(
    browse: Browse, *paths: str, user: Any = None, looks: tuple[tuple[Wish, ...], ...] = EVERY_LOOK
) -> None:
    """One page for all: where only the screen is another, it is not even loaded again."""
    page = browse("about:blank", user=user)
    for path in paths:
        for _, alike in groupby(looks, _reading):
            for number, look in enumerate(alike):
                look_otherwise(page, *look)
                if number == 0:
                    page.goto(path)
                assert_clean(page)
