"""From where a deed was done: set once a request by middleware, read by the trail; no deed has to pass it on."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Circumstances:
    address: str = ""
    agent: str = ""
    trace: str = ""


_current: ContextVar[Circumstances] = ContextVar("circumstances", default=Circumstances())  # noqa: B039 - frozen


def circumstances() -> Circumstances:
    return _current.get()


def _address(request: HttpRequest) -> str:
    """What the outermost of our own proxies saw; anything to the left of it was claimed by the visitor."""
    told = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    count = settings.HALL_PROXY_COUNT
    seen = told[-count] if 0 < count <= len(told) else ""
    try:
        return str(ip_address(seen))
    except ValueError:
        return str(request.META.get("REMOTE_ADDR", ""))


class CircumstancesMiddleware:
    """Remembers address, browser and a trace id for the length of a request.

    The address is put right for everybody who counts by it: behind a proxy all visitors would share the proxy's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = _address(request)
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
