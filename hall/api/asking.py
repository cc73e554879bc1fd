"""Who is asking: somebody who signed in, with the same session and the same token against forged requests."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.authentication import SessionScheme
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from hall.accounts.models import User
from hall.accounts.passwords import must_change
from hall.clock import now
from hall.errors import NotAllowed


class SignedIn(SessionAuthentication):
    """Says 401 to whoever has not signed in, as a machine expects it."""

    def authenticate(self, request: Request) -> Any:
        found = super().authenticate(request)
        if found and isinstance(found[0], User) and must_change(found[0], now()):
            raise NotAllowed(_("您的密码需要先修改，请登录网页修改后再调用。"))
        return found

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="hall"'

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied:
            raise NotAllowed(_("缺少防伪造令牌：请在X-CSRFToken请求头中发送csrftoken的值。")) from None


class SignedInScheme(SessionScheme):  # type: ignore[no-untyped-call]
    target_class = "hall.api.asking.SignedIn"
    name = "session"
    priority = 1
