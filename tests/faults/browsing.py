"""A browser without a screen: cookies, forms as they stand in a page, and nothing tried twice behind anybody's back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from threading import Lock
from typing import Any

import urllib3
from lxml import html

from tests.factories.answers import PDF

# Several people at this machine at once, and a hall that may be starting.
TIMEOUT = urllib3.Timeout(connect=10, read=60)
UPLOAD = ("材料.pdf", PDF, "application/pdf")
Value = str | Sequence[str] | tuple[str, bytes, str]


class Away(Exception):
    """No answer, or one that says nothing: nobody knows whether anything was done."""


@dataclass(frozen=True)
class Answer:
    """What came back. A page that leads elsewhere says where to."""

    status: int
    location: str
    text: str

    @property
    def asks_to_sign_in(self) -> bool:
        return 'name="password"' in self.text

    def form(self, ending: str) -> Any:
        """The form of this page that is sent to an address ending so."""
        return next((one for one in self._forms() if str(one.get("action", "")).endswith(ending)), None)

    def form_with(self, name: str) -> Any:
        """The form of this page that has an input or a button of this name."""
        return next((one for one in self._forms() if one.xpath(f'.//*[@name="{name}"]')), None)

    def _forms(self) -> list[Any]:
        """Those of the page itself, not of the frame around it."""
        found = html.fromstring(self.text).xpath("//main//form") if self.text.strip() else []
        return [one for one in found if str(one.get("method", "")).lower() == "post"]

    def rows(self) -> list[str]:
        """Where the rows of the page's table lead."""
        return [str(one) for one in html.fromstring(self.text).xpath("//main//table//a/@href")]

    def words(self) -> str:
        """What a person reads in it, for whoever must find out why a run stopped."""
        return " ".join(html.fromstring(self.text).text_content().split())[:1500] if self.text.strip() else ""


def filled(form: Any, told: Mapping[str, Value], *, button: str = "") -> list[tuple[str, Any]]:
    """The form as a browser sends it: what stands in it, what was written over it, and the button pressed."""
    kept = [(name, value) for name, value in form.form_values() if name not in told and value is not None]
    pressed = [("do", button)] if button else []
    return [(name, value) for name, value in kept if name != "do"] + pressed + list(_pairs(told))


def _pairs(told: Mapping[str, Value]) -> Iterator[tuple[str, Any]]:
    for name, value in told.items():
        for one in value if isinstance(value, list) else [value]:
            yield name, one


def offered(form: Any, name: str) -> list[str]:
    """The values of the boxes or buttons of this name."""
    return [str(one) for one in form.xpath(f'.//input[@name="{name}"]/@value')]


@dataclass
class Browser:
    """One person's; several of their windows may be open at once."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # What failed is for the person to try again, who knows what they did.
        self._pool = urllib3.PoolManager(retries=False, timeout=TIMEOUT, maxsize=8)
        self._lock = Lock()

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, pairs: Sequence[tuple[str, Any]]) -> Answer:
        return self._ask("POST", path, fields=[(name, value) for name, value in pairs])

    def follow(self, path: str) -> Answer:
        """As ``get``, through the few addresses that only lead on."""
        for _ in range(5):
            answer = self.get(path)
            if answer.status not in (301, 302):
                break
            path = answer.location
        return answer

    def _ask(self, method: str, path: str, **more: Any) -> Answer:
        try:
            told = self._pool.request(method, self.address + path, headers=self._headers(), redirect=False, **more)
        except urllib3.exceptions.HTTPError as problem:
            raise Away(f"{method} {path}: {type(problem).__name__}") from problem
        if told.status >= 500:
            raise Away(f"{method} {path}: {told.status}")
        self._remember(told.headers.getlist("Set-Cookie"))
        return Answer(told.status, told.headers.get("Location", ""), told.data.decode(errors="replace"))

    def _headers(self) -> dict[str, str]:
        with self._lock:
            return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def _remember(self, lines: Sequence[str]) -> None:
        with self._lock:
            for line in lines:
                self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
