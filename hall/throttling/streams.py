"""Large downloads at once: a few a process, because each holds a thread for as long as its reader takes to read it.

Whoever comes beyond them is told to come back (503 with Retry-After), so that slow readers of files leave threads for
everybody else. settings.HALL_STREAMS is how many; 0 is no limit.
"""

from collections.abc import Callable, Iterator
from threading import RLock
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from hall.errors import TooMany

Flowing = TypeVar("Flowing", bound=StreamingHttpResponse)
_SECONDS = 30


class Busy(TooMany):
    """All places are taken; nobody did anything wrong."""

    status, code = 503, "busy"

    def __init__(self) -> None:
        super().__init__(_("现在下载的人较多，请稍后再试。"), retry_after=_SECONDS)


class _Places:
    def __init__(self) -> None:
        # The thread that takes a place may be the one that tidies up behind another response just then.
        self._lock, self._taken = RLock(), 0

    def take(self) -> None:
        with self._lock:
            if settings.HALL_STREAMS and self._taken >= settings.HALL_STREAMS:
                raise Busy
            self._taken += 1

    def give_back(self) -> None:
        with self._lock:
            self._taken -= 1


_places = _Places()


class _Held:
    """Pieces that hold a place until they were sent, or the server closed them, or nobody has them any more."""

    def __init__(self, pieces: Iterator[Any], places: _Places) -> None:
        self._pieces, self._places, self._holds = pieces, places, True

    def __iter__(self) -> "_Held":
        return self

    def __next__(self) -> Any:
        try:
            return next(self._pieces)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._holds:
            self._holds = False
            self._places.give_back()

    __del__ = close


def flows(make: Callable[[], Flowing]) -> Flowing:
    """The response of ``make``, which holds a place while it is sent; raises Busy before anything was made."""
    places = _places
    places.take()
    try:
        response = make()
    except BaseException:
        places.give_back()
        raise
    # Of a response made for WSGI; an asynchronous one has no thread to hold.
    response.streaming_content = _Held(cast(Iterator[bytes], response.streaming_content), places)
    return response
