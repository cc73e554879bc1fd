"""One disclosure: left the text exactly as it will be published, right the deed that is this person's now."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.models import Consultation
from applications.queries.annexes.consultations import Said, ground_of
from applications.queries.consultations import consultations_on, open_objection, why_waiting
from hall.accounts.forms.deed import DeedForm
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.organisations.requests import to_own_hall
from hall.review.queries import Highlight
from tracking.disclosure import queries
from tracking.disclosure.forms import (
    PassForm,
    PublishForm,
    ReturnForm,
    TextForm,
    WithholdForm,
)
from tracking.disclosure.lifecycle import JUDGED, OPEN, DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.disclosure.rules import drafting_bar, judging_bar
from tracking.disclosure.views.changing import change_context, objection_forms
from tracking.disclosure.views.entering import discloser_of, visible
from tracking.register.actions import preview
from tracking.register.models import Record
from tracking.register.queries import record as public_record


@login_required
@require_safe
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = discloser_of(request)
    disclosure = visible(user, uid)
    return to_own_hall(request, disclosure.hall) or page(request, user, disclosure)


def page(
    request: HttpRequest,
    user: User,
    disclosure: Disclosure,
    tried: dict[str, DeedForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    """``tried`` are forms that a deed could not take, with what was written."""
    review = queries.review_of(disclosure)
    found, said = queries.highlights(disclosure, review), consultations_on(disclosure.application_uid)
    record(
        "disclosure.read",
        actor=actor_of(user),
        hall_code=disclosure.hall.code,
        subject_uid=disclosure.uid,
        shown=[disclosure.uid, disclosure.application_uid],
    )
    context = {
        "row": queries.lamp_now(disclosure),
        "disclosure": disclosure,
        "record": _text_of(disclosure),
        "review": review,
        "last_look": queries.last_look_of(disclosure),
        "findings": found,
        "sent_back": queries.sent_back_with(disclosure),
        "timeline": queries.chronicle(disclosure),
        "claims": queries.claims_on(disclosure),
        "tried": next(iter(tried.values()), None) if tried else None,
        "said": [Said(one, ground_of(one)) for one in said],
        "waiting": why_waiting(said) if disclosure.state in OPEN else "",
        **_deeds(user, disclosure, found, said),
        **change_context(user, disclosure, said, tried or {}),
        **(tried or {}),
    }
    return render(request, "disclosure/one.html", context, status=status)


def _text_of(disclosure: Disclosure) -> Record:
    """What the public reads, once published with its index number and date; before, what it would read."""
    if disclosure.record_uid:
        return public_record(disclosure.hall, disclosure.record_uid)
    return preview(publication_of(disclosure))


def _deeds(
    user: User, disclosure: Disclosure, found: list[Highlight], said: list[Consultation]
) -> dict[str, Any]:
    """The forms of what this person may do now, or why they may not."""
    if disclosure.state == DisclosureState.DRAFT:
        bar = drafting_bar(user, disclosure)
        return {"bar": bar} if bar else {"text_form": TextForm(disclosure=disclosure)}
    if disclosure.state not in JUDGED:
        return {}
    bar = judging_bar(user, disclosure)
    if bar:
        return {"bar": bar}
    start = {"version": disclosure.version}
    return {
        **_forward(disclosure, found, said),
        "return_form": ReturnForm(initial=start, auto_id="return_%s"),
        "withhold_form": WithholdForm(initial=start, auto_id="withhold_%s"),
    }


def _forward(disclosure: Disclosure, found: list[Highlight], said: list[Consultation]) -> dict[str, Any]:
    """Passing or publishing; while an objection is open, judging that; while the applicant is asked, neither."""
    start = {"version": disclosure.version}
    if open_objection(said):
        return objection_forms(disclosure)
    if why_waiting(said):
        return {}
    if disclosure.state == DisclosureState.APPROVING:
        return {"publish_form": PublishForm(initial=start)}
    return {"pass_form": PassForm(initial=start, findings=found)}
