"""What all views of one's own cases share: never kept by a cache, and somebody else's case is as if absent."""

from typing import Any
from uuid import UUID

from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from applications.actions import settling
from applications.models import Application
from applications.rules import owned_by
from hall.accounts.models import User
from hall.errors import NotAllowed, NotFound


@method_decorator(never_cache, name="dispatch")
class OwnView(APIView):
    """For whoever has signed in, as the settings demand of every view that does not say otherwise."""


def asking(request: Request) -> User:
    if not isinstance(request.user, User):
        raise NotAllowed(_("请先登录。"))
    return request.user


def own(request: Request, uid: UUID) -> Application:
    """The visitor's case, as the law has it now."""
    mine = owned_by(asking(request)).select_related("offering__department", "item_version")
    found = mine.filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    if found.settle_at and settling.settle_one(uid):
        found = mine.get(uid=uid)
    return found


def told(shape: type[BaseSerializer[Any]], request: Request) -> dict[str, Any]:
    """The body, read by its shape; what does not fit is refused field by field."""
    asked = shape(data=request.data)
    asked.is_valid(raise_exception=True)
    values: dict[str, Any] = asked.validated_data
    return values
