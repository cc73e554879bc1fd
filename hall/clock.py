"""The one place that asks the time, and tells it. Legal days are dates in Asia/Shanghai, never cast from UTC."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

SHANGHAI = ZoneInfo("Asia/Shanghai")
_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """The present moment, aware."""
    return _frozen.get() or timezone.now()


def local_date(moment: datetime) -> date:
    """The legal day on which ``moment`` falls."""
    return moment.astimezone(SHANGHAI).date()


def today() -> date:
    """The present legal day."""
    return local_date(now())


def day_in_words(value: date) -> str:
    """2026年11月24日, the one style of every page; a moment is read as its day in the hall."""
    return date_format(local_date(value) if isinstance(value, datetime) else value, _("Y年n月j日"))


def moment_in_words(moment: datetime) -> str:
    """2026年11月24日 09:30, in the time of the hall."""
    return f"{day_in_words(moment)} {moment.astimezone(SHANGHAI):%H:%M}"


@contextmanager
def freeze(moment: datetime) -> Iterator[None]:
    """Hold the clock at ``moment`` for tests and rehearsals; a naive moment is read as Shanghai time."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=SHANGHAI)
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)
