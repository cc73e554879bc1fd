"""A deed that refuses makes a page that says why, with the right status, wherever it was called."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from hall.errors import Refused
from hall.portal.refusals import page


class RefusedMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return page(request, exception) if isinstance(exception, Refused) else None
