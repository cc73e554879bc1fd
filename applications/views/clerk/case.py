"""One case as this clerk may see it: facts and papers left, the deed right."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.actions.settling import settle_one
from applications.models import Handling
from applications.models.reading import unchanged
from applications.queries.annexes import annexes_of_handling
from applications.queries.desk.dossier import dossier_of
from applications.queries.desk.materials import MaterialLine
from applications.queries.desk.opening import open_handling
from applications.queries.desk.standing import standing_of
from applications.views.clerk.deeds import DEEDS
from applications.views.clerk.entering import note_reading
from applications.views.clerk.forms import DeedForm, WithdrawForm
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.clock import now
from hall.organisations.requests import to_own_hall


@login_required
@require_safe
def case(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    handling = open_handling(user, uid)
    if elsewhere := to_own_hall(request, handling.hall):
        return elsewhere
    return show(request, user, settled(user, handling))


def settled(user: User, handling: Handling) -> Handling:
    """What has fallen due is settled by whoever reads first (Art. 32 (4))."""
    due = handling.application.settle_at
    if due is None or now() < due:
        return handling
    settle_one(handling.application.uid)
    return open_handling(user, handling.uid)


def show(request: HttpRequest, user: User, handling: Handling, *, tried: DeedForm | None = None) -> HttpResponse:
    """The page; with ``tried``, the form that did not go through, with its problems and everything typed."""
    with unchanged(handling.application):
        return _page(request, user, handling, tried)


def _page(request: HttpRequest, user: User, handling: Handling, tried: DeedForm | None) -> HttpResponse:
    standing, dossier = standing_of(user, handling), dossier_of(handling)
    note_reading(request, user, action="desk.opened", hall=handling.hall, shown=[handling.application.uid])
    context = {
        "dossier": dossier,
        "handling": handling,
        "application": handling.application,
        "standing": standing,
        "annexes": annexes_of_handling(handling),
        "forms": [tried if tried and tried.deed == deed else DEEDS[deed].form(handling) for deed in standing.deeds],
        "materials": _with_forms(handling, dossier.materials, tried),
        "tried": tried,
    }
    return render(request, "applications/clerk/case.html", context, status=tried.status if tried else 200)


def _with_forms(
    handling: Handling, lines: list[MaterialLine], tried: DeedForm | None
) -> list[tuple[MaterialLine, WithdrawForm]]:
    forms = {tried.material: tried} if isinstance(tried, WithdrawForm) else {}
    return [(line, forms.get(line.uid) or WithdrawForm(handling, line.uid)) for line in lines]
