"""The panel of 我的空间 that shows the newest messages and how many are unread."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hall.accounts.models import User
from hall.notifications.queries import page_of, unread
from hall.portal.panels import Panel

LATEST = 3


def latest(request: HttpRequest) -> Panel | None:
    """Nothing for whoever was never told anything."""
    if not isinstance(request.user, User):
        return None
    shown = page_of(request.user, size=LATEST).messages
    if not shown:
        return None
    context = {"messages_shown": shown, "unread": unread(request.user)}
    return Panel(_("我的消息"), "notifications/latest.html", context, reverse("notifications:inbox"), _("全部消息"))
