"""Telling the person who waits what is going on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """Set-up cannot go on; the message says what the person has to do."""


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a step before it begins, and its time when it took long enough to wonder."""
    say(f"==> {title}")
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    if took > 1:
        say(f"    {took:.0f} s")
