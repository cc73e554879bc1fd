"""Every component in its states, for those who build pages and for the browser tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.portal import specimens
from hall.portal.refusals import page, plain_page
from hall.portal.views.errors import Broken


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "styleguide/index.html", specimens.page_context())


@require_safe
def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """An error page to look at, without the trouble of causing it."""
    if status == Broken.status:
        return plain_page(request, Broken("系统出现故障，已经记录。您此前保存的内容不受影响，请稍后再试。"))
    return page(request, specimens.refusal(status))
