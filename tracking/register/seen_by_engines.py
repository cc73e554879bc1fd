"""What search engines may keep of the register: each organisation's record once, under the city's address.

Natural persons stay out (domain.md §5, rule g): their pages, and every list that names one by surname. So do searches,
filters, later pages and the lists of single halls, which say again what stands elsewhere.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, reverse

from tracking.register.models import Record

Response = TypeVar("Response", bound=HttpResponseBase)


def canonical(name: str, *args: object) -> str:
    """The one whole address of a page of the register, under whatever hall it was asked for: the city shows all."""
    inside = reverse(name, args=args).removeprefix(get_script_prefix())
    return f"{settings.HALL_BASE_URL.rstrip('/')}/{inside}"


def is_plain(request: HttpRequest, records: Iterable[Record]) -> bool:
    """Whether a list is the city's own first page, asked for without any question, and names no person."""
    is_city: bool = request.hall.is_city  # type: ignore[attr-defined]
    return is_city and not request.GET and not any(record.grantee_is_person for record in records)


def kept_out(response: Response, *, links: bool = True) -> Response:
    """The answer, with word to search engines not to keep it; ``links`` says whether they may follow its links."""
    response.headers["X-Robots-Tag"] = "noindex, follow" if links else "noindex, nofollow"
    return response
