"""Static files are asked for once: where they lie, in a process; what they hold, by each browser.

On the site a browser keeps each for good, as its name tells its content. To the files of the hall comes axe-core, which
is sent more quickly as a file than as words to be evaluated.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

from tests import painting

AXE = "/static/axe-core.js"


@pytest.fixture(scope="session", autouse=True)
def static_files_are_found_once() -> Iterator[None]:
    """Each test browser makes the middleware anew."""
    usual = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[str, object] = {}

    def add(middleware: WhiteNoiseMiddleware) -> None:
        if not found:
            usual(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add)
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_are_fetched_once() -> Iterator[None]:
    """By each browser, for as long as the run lasts."""
    usual = StaticFilesHandler.serve

    def serve(handler: StaticFilesHandler, request: HttpRequest) -> HttpResponseBase:
        answer = _axe() if request.path == AXE else usual(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", serve)
        yield


def _axe() -> HttpResponse:
    return HttpResponse(AXE_SCRIPT + painting.CONFIGURED, content_type="text/javascript")
