"""What all pages of somebody's own cases share: signed in, never cached, and another person's case is as if absent."""

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.actions.settling import settle_one
from applications.lifecycle import CaseState
from applications.models import Application
from applications.queries.mine import my_case
from hall.accounts.people import signed_in
from hall.clock import now

View = Callable[..., HttpResponseBase]


def personal(*methods: str) -> Callable[[View], View]:
    """A page that only its owner sees, and that no shared cache keeps."""

    def wrap(view: View) -> View:
        return never_cache(login_required(require_http_methods([*methods, "HEAD"])(view)))

    return wrap


def own_case(request: HttpRequest, uid: UUID) -> Application:
    """The visitor's case as the law has it now, whether or not the beat ran."""
    user = signed_in(request)
    application = my_case(user, uid)
    if application.settle_at and application.settle_at <= now() and settle_one(uid):
        return my_case(user, uid)
    return application


def is_draft(application: Application) -> bool:
    return bool(application.state == CaseState.DRAFT)
