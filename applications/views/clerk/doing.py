"""Doing a deed from its form: done and back to the case, or the same page again with what is wrong beside it.

What belongs to no form (someone was quicker, a duty not held) is raised on and becomes the page of its refusal.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.actions.draft_decision import DraftMovedOn
from applications.history import happened_since
from applications.models import Handling
from applications.models.reading import unchanged
from applications.queries.desk.opening import held_handling, open_handling
from applications.queries.desk.standing import standing_of
from applications.views.clerk.case import show
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.forms import DeedForm
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.errors import Incomplete, Invalid, NotAllowed, Refused, WrongState


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def do(request: HttpRequest, uid: UUID, deed: str) -> HttpResponse:
    if deed not in DEEDS:
        raise Http404
    user = signed_in(request)
    handling = held_handling(user, uid)
    # Somebody reloads the address of a form that came back: the case is where they were.
    if request.method != "POST":
        return redirect("desk:case", uid=uid)
    form = DEEDS[deed].form(handling, request.POST, request.FILES)
    if form.is_valid() and _done(form, uid, user):
        messages.success(request, DEEDS[deed].done)
        return redirect("desk:case", uid=uid)
    handling = open_handling(user, uid)
    with unchanged(handling.application):
        if deed not in standing_of(user, handling).deeds:
            raise _not_now(handling, form)
        return show(request, user, handling, tried=form)


def _not_now(handling: Handling, form: DeedForm) -> Refused:
    """A form with mistakes in it, for a deed that is not this person's now: the mistakes are not what matters."""
    seen = form.cleaned_data.get("version", handling.application.version)
    if seen == handling.application.version:
        return NotAllowed(_("您现在不能办理这一步。"))
    happened = happened_since(handling.application, seen)
    return WrongState(_("这一步已经不能办理。请查看最新情况后再操作。"), happened=happened)


def _done(form: DeedForm, uid: UUID, user: User) -> bool:
    act = DEEDS[form.deed].act
    try:
        act(uid, user, seen=form.cleaned_data["version"], **form.told())
    except (Incomplete, Invalid) as refusal:
        form.lay(refusal)
        return False
    except DraftMovedOn as changed:
        form.meet(changed)
        return False
    return True
