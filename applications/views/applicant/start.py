"""Beginning an application: what will be needed, in which district, and whether this account may apply at all."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from applications.actions.start import check_may_apply, start
from applications.forms.behalf import OWN, BehalfForm
from applications.forms.division import DivisionForm
from applications.lifecycle import CaseState
from applications.queries.agents import mandates_for
from applications.rules import owned_by
from applications.views.applicant.pages import personal
from hall.accounts.mandates import held_mandate
from hall.accounts.models import Mandate, RealNameLevel, User
from hall.accounts.people import signed_in
from hall.catalogue.models import Offering
from hall.catalogue.queries import offering as offering_by_code
from hall.catalogue.queries import offering_for
from hall.catalogue.spec import said
from hall.errors import Incomplete, Refused
from hall.organisations.models import Hall, Level
from hall.organisations.requests import hall_of


@dataclass(frozen=True, slots=True)
class Barred:
    """Why this account cannot apply, and the way on if there is one."""

    refusal: Refused
    way: str = ""


@personal("GET", "POST")
def start_page(request: HttpRequest, task_code: str) -> HttpResponse:
    user, offering = signed_in(request), offering_by_code(task_code)
    mandates, refusal = mandates_for(user, offering), _barred(request, user, offering)
    behalf = _behalf_form(request, user, mandates, own=refusal is None)
    barred = None if mandates else refusal
    form = _division_form(request, offering)
    forms = [one for one in (behalf, form) if one]
    # Each is asked, so that the page tells all that is missing at once.
    wrong = [one for one in forms if not one.is_valid()]
    if request.method == "POST" and not barred and not wrong:
        code = form.cleaned_data["division"] if form else _division_here(hall_of(request), offering)
        mandate = held_mandate(user, behalf.mandate) if behalf and behalf.mandate else None
        return redirect("apply:case", start(user, _at(offering, code), division_code=code, mandate=mandate).uid)
    context = {
        "offering": offering,
        "barred": barred,
        "form": form,
        "behalf": behalf,
        "materials": _materials(offering),
        "drafts": _drafts(user, offering),
        "needed": RealNameLevel(offering.version.spec.min_real_name_level),
    }
    refused = barred.refusal.status if barred else 422 if any(one.errors for one in forms) else 200
    return render(request, "applications/applicant/start.html", context, status=refused)


def _behalf_form(request: HttpRequest, user: User, mandates: list[Mandate], *, own: bool) -> BehalfForm | None:
    """Asked only of whoever holds a mandate that reaches this item; ``own`` when they may apply for themselves too."""
    given = request.POST if request.method == "POST" else None
    first = OWN if own else (str(mandates[0].uid) if len(mandates) == 1 else "")
    return BehalfForm(user, mandates, given, own=own, initial={"applicant": first}) if mandates else None


def _barred(request: HttpRequest, user: User, offering: Offering) -> Barred | None:
    try:
        check_may_apply(user, offering)
    except Incomplete as refusal:
        level = offering.version.spec.min_real_name_level
        query = urlencode({"level": str(level), "next": request.get_full_path()})
        return Barred(refusal, f"{reverse('accounts:real_name')}?{query}")
    except Refused as refusal:
        return Barred(refusal)
    return None


def _division_form(request: HttpRequest, offering: Offering) -> DivisionForm | None:
    """Only the city portal has to ask, and only where a district may have to act."""
    if not (hall_of(request).is_city and _may_go_to_district(offering)):
        return None
    wished = request.GET.get("division") or (offering.hall.code if offering.level == Level.DISTRICT else "")
    given = request.POST if request.method == "POST" else None
    return DivisionForm(offering, given, initial={"division": wished})


def _may_go_to_district(offering: Offering) -> bool:
    routes = offering.version.spec.routes
    return offering.level == Level.DISTRICT or any(route.level == Level.DISTRICT for route in routes)


def _division_here(hall: Hall, offering: Offering) -> str:
    """A district's own entry says where; an entry of the city filed in a district's portal is that district's."""
    own = offering.level == Level.DISTRICT or not _may_go_to_district(offering)
    return offering.hall.code if own else hall.code


def _at(offering: Offering, code: str) -> Offering:
    """The entry of the chosen district; an entry of the city stays, until the answers say who takes the case."""
    if offering.level == Level.CITY or offering.hall.code == code:
        return offering
    return offering_for(offering.item, Level.DISTRICT, code)


def _materials(offering: Offering) -> list[tuple[str, bool]]:
    spec = offering.version.spec
    return [(said(one.name), one.owed and one.when is None) for one in spec.materials]


def _drafts(user: User, offering: Offering) -> list[dict[str, str]]:
    """Whoever began before goes on there."""
    mine = owned_by(user).filter(state=CaseState.DRAFT, offering__item=offering.item)
    return [
        {
            "title": f"{one.offering.name}（{one.offering.department}）",
            "url": reverse("apply:case", args=[one.uid]),
        }
        for one in mine.select_related("offering__department").order_by("-id")[:5]
    ]
