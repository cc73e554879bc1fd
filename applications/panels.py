"""What applications show in frames downstairs: my latest cases in my space, the hall's figures on its home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.forms.listed import entry_of
from applications.queries import mine
from applications.queries.figures import figures_of
from hall.accounts.models import Kind, User
from hall.organisations.requests import hall_of
from hall.portal.panels import Panel

LATEST = 5


def my_cases(request: HttpRequest) -> Panel | None:
    """The visitor's latest cases; staff apply for nothing in their post."""
    if not isinstance(request.user, User) or request.user.kind == Kind.STAFF:
        return None
    page = mine.my_cases(request.user, size=LATEST)
    entries = [entry_of(row) for row in page.rows]
    more = {"more_url": reverse("apply:mine"), "more_text": _("全部办件")} if entries else {}
    return Panel(_("我的办件"), "applications/panels/my_cases.html", {"entries": entries}, **more)


def figures(request: HttpRequest) -> Panel:
    counted = figures_of(hall_of(request))
    shown = [
        (_("今日收件"), counted.received_today, _("件")),
        (_("今日作出决定"), counted.decided_today, _("件")),
        (_("累计收件"), counted.received, _("件")),
        (_("累计作出决定"), counted.decided, _("件")),
    ]
    return Panel(_("办件统计"), "applications/panels/figures.html", {"figures": shown})
