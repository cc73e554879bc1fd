"""From where a deed was done: set once a request by middleware, read by the trail; no deed has to pass it on."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Circumstances:
    address: str = ""
    agent: str = ""
    trace: str = ""


_current: ContextVar[Circumstances] = ContextVar("circumstances", default=Circumstances())  # noqa: B039 - frozen


def circumstances() -> Circumstances:
    return _current.get()


class CircumstancesMiddleware:
    """Remembers address, browser and a trace id for the length of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seen = Circumstances(
            address=request.META.get("REMOTE_ADDR", ""),
            agent=request.META.get("HTTP_USER_AGENT", ""),
            trace=uuid4().hex,
        )
        token = _current.set(seen)
        try:
            return self.get_response(request)
        finally:
            _current.reset(token)
