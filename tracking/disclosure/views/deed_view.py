"""A deed behind a form on the page of a disclosure."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.views.decorators.http import require_POST

from hall.accounts.forms.deed import DeedForm
from hall.accounts.forms.pinning import done
from tracking.disclosure.models import Disclosure
from tracking.disclosure.views.entering import discloser_of, visible
from tracking.disclosure.views.one import page

Deed = Callable[..., Disclosure]
Maker = Callable[[HttpRequest, Disclosure], DeedForm]
# What whoever did it is told: always the same, or by what has become of the disclosure.
Told = str | Promise | Callable[[Disclosure], str | Promise]


def deed_view(name: str, make: Maker, deed: Deed, told: Told) -> Callable[..., HttpResponse]:
    """What the deed refuses by a field comes back beside that field; ``name`` is the form's in the page's context."""

    @login_required
    @require_POST
    def view(request: HttpRequest, uid: UUID) -> HttpResponse:
        user = discloser_of(request)
        disclosure = visible(user, uid)
        form = make(request, disclosure)
        if done(form, lambda: deed(uid, user, **form.said)):
            messages.success(request, str(told(disclosure) if callable(told) else told))
            return redirect("disclosure:one", uid)
        return page(request, user, disclosure, {name: form}, status=422)

    return view
