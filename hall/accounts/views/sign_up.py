"""Opening an account."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from hall.accounts.actions.sign_up import sign_up_organisation, sign_up_person
from hall.accounts.forms.pinning import pin
from hall.accounts.forms.sign_up import OrganisationSignUpForm, PersonSignUpForm, SignUpForm
from hall.accounts.models import User
from hall.accounts.views.returning import address_with_next, return_address
from hall.errors import Invalid
from hall.organisations.requests import hall_of
from hall.throttling.spending import spend

BACKEND = "hall.accounts.backends.AccountBackend"
# Enough for a service counter that opens accounts for visitors, too few for trying citizen numbers.
TRIES, AN_HOUR = 30, 3600


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/sign_up.html", {"next": return_address(request)})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/privacy.html")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest) -> HttpResponse:
    form = PersonSignUpForm(request.POST or None)
    return _sign_up(request, form, lambda code: sign_up_person(form.details(), hall_code=code))


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: HttpRequest) -> HttpResponse:
    form = OrganisationSignUpForm(request.POST or None)
    return _sign_up(request, form, lambda code: sign_up_organisation(form.details(), hall_code=code))


def _sign_up(request: HttpRequest, form: SignUpForm, deed: Callable[[str], User]) -> HttpResponse:
    if request.method == "POST":
        spend("sign_up", request.META["REMOTE_ADDR"], limit=TRIES, period=AN_HOUR)
        if form.is_valid() and (user := _opened(request, form, deed)):
            login(request, user, backend=BACKEND)
            messages.success(request, _("注册成功，您已经登录。请接着完成实名认证，就可以在网上申办事项。"))
            return redirect(address_with_next("accounts:real_name", return_address(request)))
    context = {"form": form, "next": return_address(request)}
    return render(request, "accounts/sign_up_form.html", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, form: SignUpForm, deed: Callable[[str], User]) -> User | None:
    try:
        return deed(hall_of(request).code)
    except Invalid as refusal:
        pin(form, refusal)
        return None
