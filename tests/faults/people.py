"""People who do deeds while the hall falls and rises: they try again as anybody would, and know what they were told.

A deed that got no answer is sent again exactly as it was. The page then takes it, or says what happened meanwhile.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hall.accounts.demo import DEMO_PASSWORD
from tests.faults.browsing import Answer, Away, Browser, Value, filled

PATIENCE = 300.0
PAUSE = 0.4


class Stuck(AssertionError):
    """Somebody tried for minutes and could not do what they have to do."""


@dataclass(frozen=True)
class Done:
    """How a deed went: answered at once, answered the second time, or found done when it was sent again."""

    times_sent: int
    told_by: str


def until(attempt: Callable[[], Any], what: str) -> Any:
    """What the attempt returns, once it returns something and the hall is there to answer."""
    give_up, last = time.monotonic() + PATIENCE, "no answer"
    while time.monotonic() < give_up:
        try:
            if found := attempt():
                return found
        except Away as problem:
            last = str(problem)
        time.sleep(PAUSE)
    raise Stuck(f"{what}: tried for {PATIENCE:.0f} s ({last})")


class Person:
    """Somebody with an account, signed in through the page."""

    def __init__(self, address: str, username: str) -> None:
        self.username, self.browser = username, Browser(address)

    def sign_in(self) -> None:
        until(self._signed_in, f"{self.username} signs in")

    def _signed_in(self) -> bool:
        page = self.browser.follow("/accounts/sign-in/")
        if not page.asks_to_sign_in:
            return True
        form = page.form_with("password")
        told = {"username": self.username, "password": DEMO_PASSWORD}
        return self.browser.post("/accounts/sign-in/", filled(form, told)).status == 302

    def opens(self, path: str) -> Answer:
        """The page at this address; whoever was signed out meanwhile signs in again."""

        def opened() -> Answer | None:
            page = self.browser.follow(path)
            if page.asks_to_sign_in:
                self.sign_in()
                return None
            return page if page.status == 200 else None

        page: Answer = until(opened, f"{self.username} opens {path}")
        return page

    def does(
        self,
        at: str,
        deed: str,
        told: Callable[[Any], Mapping[str, Value]],
        *,
        label: str,
        impatient: bool = False,
    ) -> Done:
        """The deed of this name, from its form on the page ``at``; returns once it is known to be done."""
        give_up, sent, last = time.monotonic() + PATIENCE, 0, "the page does not offer it"
        while time.monotonic() < give_up:
            form = self.opens(at).form(f"/{deed}/")
            if form is None:
                time.sleep(PAUSE)
                continue
            pairs = filled(form, told(form))
            answer, times = self._sends(str(form.get("action")), pairs)
            sent += times
            if answer.status == 302:
                if impatient:
                    self._must_be_refused(str(form.get("action")), pairs, label)
                return Done(sent, "answer")
            if times > 1 and answer.status == 409 and f"：{label}" in answer.text:
                return Done(sent, "what happened meanwhile")
            last = f"{answer.status} {answer.words()}"
            time.sleep(PAUSE)
        raise Stuck(f"{self.username} cannot do {deed} at {at}: {last}")

    def _sends(self, action: str, pairs: list[tuple[str, Any]]) -> tuple[Answer, int]:
        """Until there is an answer: the same form with the same version each time."""
        tries = 0

        def sent() -> Answer:
            nonlocal tries
            tries += 1
            return self.browser.post(action, pairs)

        answer: Answer = until(sent, f"{self.username} sends {action}")
        return answer, tries

    def _must_be_refused(self, action: str, pairs: list[tuple[str, Any]], label: str) -> None:
        """A second click on the same button: nothing happens twice, and the page says that it happened."""
        answer, _times = self._sends(action, pairs)
        assert answer.status == 409, f"{action} was taken twice ({answer.status})"
        assert f"：{label}" in answer.text, f"{action} was refused without saying why: {answer.words()}"
