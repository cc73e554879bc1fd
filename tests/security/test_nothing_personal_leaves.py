"""A crawler without an account fetches every public address of the city and sweeps its bytes for personal numbers.

Also whatever a clerk wrote: nothing that looks like a citizen number, phone or card leaves a page, feed, file or API.
"""

import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hall.masking import Kind, find
from hall.numbering.demo import demo_id_card
from hall.organisations.models import Hall
from hall.throttling.models import Allowance
from tests.register.making import entered
from tests.security.world import PREFIX, World
from tracking.disclosure.masking import public_text

# What no public byte may hold. Cars and mail are of organs too, and a guide may show them.
SOUGHT = {Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD}
_LINK = re.compile(r'(?:href|action)="([^"#]+)"|<loc>([^<]+)</loc>|"url":\s*"([^"]+)"')
_STARTS = ["/", "/sitemap.xml", "/robots.txt", "/feed.atom", "/open-data/manifest.json", "/disclosure-figures/"]
_BULK = [f"/open-data/export/?format={kind}" for kind in ("csv", "jsonl", "xlsx")]
_API = ["/api/v1/records/", "/api/v1/open-data/", "/api/v1/items/", "/api/v1/schema/"]
# Lists that repeat themselves under another order or from another place, and under every combination of filters.
_QUESTIONS = 10
_SAME = re.compile(r"[?&](?:after|before|cursor|sort|next|q|lang)=")


def text_of(response: Any) -> str:
    """What a reader gets out of an answer; a workbook is opened first."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content[:2] == b"PK":
        sheets = load_workbook(io.BytesIO(content), read_only=True).worksheets
        return "\n".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    return unescape(content.decode(errors="replace"))


def crawled(world: World, *starts: str, limit: int = 400) -> Iterator[tuple[str, str]]:
    """Every address that can be reached from the starts without an account, each once; of lists some filters."""
    browser, waiting, known = world.browser(), deque(starts), set(starts)
    questions: Counter[str] = Counter()
    while waiting and limit:
        address, limit = waiting.popleft(), limit - 1
        response = browser.get(address)
        assert response.status_code < 500, address
        text = text_of(response)
        yield address, text
        for link in (next(filter(None, found)) for found in _LINK.findall(text)):
            path = _path(unescape(link), address)
            if path and path not in known and not path.startswith("/static/") and not _SAME.search(path):
                known.add(path)
                questions[path.partition("?")[0]] += "?" in path
                if questions[path.partition("?")[0]] <= _QUESTIONS:
                    waiting.append(path)


def _path(link: str, here: str) -> str:
    if link.startswith("?"):
        return here.partition("?")[0] + link
    path = re.sub(r"^https?://[^/]+", "", link)
    return path if path.startswith("/") else ""


def found_in(text: str) -> list[str]:
    # Identifiers, digests and times in an address or attribute are made by the machine.
    plain = re.sub(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{64}", "", text)
    plain = re.sub(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?=/\d{4}-\d{5}|\b)", _unless_citizen, plain)
    return [one.text for one in find(plain) if one.kind in SOUGHT]


def _unless_citizen(code: "re.Match[str]") -> str:
    """Credit codes stay out of the sweep, citizen numbers never."""
    return code[0] if any(one.kind == Kind.ID_NUMBER for one in find(code[0])) else ""


# The guides print an example of each format, and the form of the demonstration says what to type.
EXAMPLES = {"11010519491231002X", "13800000000", "13800001234"}


# Where the register is read: the crawler must have come through each.
ROOMS = [
    "/open-data/files/",
    "/open-data/offline/",
    "/sitemap-1.xml",
    "/requests/",
    "/disclosure-figures/",
    "/feed.atom",
]


def test_no_public_byte_of_the_city_holds_a_personal_number(world: World) -> None:
    starts = [f"{prefix}{start}" for prefix in ("", PREFIX) for start in (*_STARTS, *_API)]
    starts += [f"{PREFIX}{start}" for start in _BULK]
    met: dict[str, list[str]] = {}
    read: list[str] = []
    for address, text in crawled(world, *starts):
        read.append(address)
        if leaked := [one for one in found_in(text) if one not in EXAMPLES]:
            met[address] = leaked
    assert met == {}
    assert len(read) > 60
    for room in ROOMS:
        assert any(room in address for address in read), room
    assert any(f"/register/{world.record.uid}/" in address for address in read)


def test_the_sweep_would_see_one(world: World) -> None:
    number = demo_id_card("500103", date(1990, 1, 1))
    assert found_in(f"<dd>{number}</dd>") == [number]
    assert found_in("电话13800001234") == ["13800001234"]


_NUMBERS = st.one_of(
    st.dates(date(1920, 1, 1), date(2020, 1, 1)).map(lambda day: demo_id_card("500103", day)),
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.just("6222021234567890128"),
)
_WRITTEN = st.lists(st.one_of(_NUMBERS, st.text("经营浴室，面积平方米。 -·", max_size=6)), min_size=1, max_size=6)


@pytest.mark.django_db
@given(parts=_WRITTEN)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_written_into_a_decision_no_number_leaves(world: World, parts: list[str]) -> None:
    """Drafted as every decision is; then read on its page, in the feed, in each file and over both APIs."""
    Allowance.objects.all().delete()  # each example is another reader's first hour
    hall = Hall.objects.get(code="500103")
    record = entered(content=public_text("，".join(parts)), hall_code=hall.code)
    browser = world.browser()
    places = [f"/register/{record.uid}/", "/register/", "/feed.atom", *_BULK, "/api/v1/open-data/"]
    for place in [*places, "/sitemap-1.xml", f"/api/v1/records/{record.uid}/"]:
        answer = browser.get(PREFIX + place)
        assert answer.status_code == 200, place
        assert [one for one in found_in(text_of(answer)) if one not in EXAMPLES] == [], place


@pytest.mark.django_db
@given(parts=_WRITTEN)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_slipped_through_a_review_does_not_leave_in_bulk(world: World, parts: list[str]) -> None:
    """A register row with plain numbers in it, as no deed of ours enters one: feed, files and API still mask them."""
    entered(content="，".join(parts), item_name=parts[0][:30] or "事项")
    for place in ["/feed.atom", *_BULK, "/api/v1/open-data/"]:
        assert [one for one in found_in(text_of(world.browser().get(PREFIX + place))) if one not in EXAMPLES] == [], (
            place
        )
