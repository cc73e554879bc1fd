"""Bringing the data up to the code before anybody is served: tables, translations, the demo city."""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from hall import database, translations

Say = Callable[[str], object]


def prepare(say: Say) -> str:
    """Do it all; returns what the last demo command tells: the people and their passwords."""
    if not settings.DATABASE_URL:
        with _step("Database", say):
            database.bring_up()
    with _step("Tables", say):
        call_command("migrate", verbosity=0, interactive=False)
    with _step("Translations", say):
        translations.compile_all()
    people = _demo_city(say) if settings.HALL_DEMO else ""
    for connection in connections.all():
        connection.close()
        getattr(connection, "close_pool", lambda: None)()
    return people


def _demo_city(say: Say) -> str:
    told = ""
    for name, *arguments in settings.DEMO_COMMANDS:
        with _step(f"Demo: {name}", say):
            heard = io.StringIO()
            call_command(name, *arguments, stdout=heard)
            told = heard.getvalue()
    return told


@contextmanager
def _step(title: str, say: Say) -> Iterator[None]:
    say(f"==> {title}")
    began = time.monotonic()
    yield
    if (took := time.monotonic() - began) > 1:
        say(f"    {took:.0f} s")
