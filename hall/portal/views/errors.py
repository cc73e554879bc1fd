"""What Django asks for when something goes wrong: each answers with the page of a refusal."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from hall.errors import Invalid, NotAllowed, NotFound, Refused, TooLarge
from hall.portal.refusals import page, plain_page


class Broken(Refused):
    """Not a refusal of theirs but a failure of ours, told in the same form."""

    status, code = 500, "broken"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A body over its limit cannot be read, and a false host has no hall: neither page touches them."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return plain_page(request, TooLarge(_("一次提交的内容超过了上限。请返回上一页，减少内容或者分几次提交。")))
    return plain_page(request, Invalid(_("请求的网址或者格式不正确，没有被处理。请检查网址后重试。")))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, NotAllowed(str(exception or "") or _("此页面只对有相应权限的人员开放。")))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, NotFound(_("网址可能输错了，页面也可能已经移动，或者不属于您。")))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Mostly an old page left open: the way on is to open it again."""
    return page(
        request,
        NotAllowed(_("页面停留过久或者浏览器停用了 Cookie。为了您的安全，这次没有提交。请返回上一页，刷新后再提交。")),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return plain_page(request, Broken(_("系统出现故障，已经记录。您此前保存的内容不受影响，请稍后再试。")))
