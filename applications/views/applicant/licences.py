"""My licences: how they stand, until when, and what can be asked for them (行政许可法 Art. 9, 49, 50)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.actions.ask_for_licence import ask_for_licence
from applications.actions.convey import confirm, decline, offer_licence, take_back
from applications.actions.licences_due import settle_licences, settle_one_licence
from applications.forms.conveyances import OfferForm
from applications.models import Conveyance, Licence, LicenceState, Purpose
from applications.queries.conveyances import offered_conveyance, offered_to, open_conveyance, terms_today
from applications.queries.licence_inspections import found_at
from applications.queries.licences import (
    facts_of,
    has_begun,
    my_licence,
    open_purposes,
    page_of,
    renew_by,
    renewable_from,
)
from applications.rules import licences_of, owns
from applications.views.applicant.pages import personal
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.clock import now, today
from hall.errors import Invalid
from hall.workdays.wording import whole_day

# Whoever takes a licence over asks for it through the offer, not from a licence of their own.
_ASKED = [one for one in Purpose if one not in (Purpose.NEW, Purpose.TRANSFER)]


class AskForm(forms.Form):
    purpose = forms.ChoiceField(choices=[(one.value, one.label) for one in _ASKED])


@personal("GET")
def licences(request: HttpRequest) -> HttpResponse:
    settle_licences()
    rows, after = page_of(licences_of(signed_in(request)), after=request.GET.get("after", ""))
    context = {
        "entries": [_entry(one) for one in rows],
        "offered": [_offer(one) for one in offered_to(signed_in(request))],
        "older": f"?after={after}" if after else "",
    }
    return render(request, "applications/applicant/licences.html", context)


def _entry(licence: Licence) -> dict[str, Any]:
    return {
        "title": licence.name,
        "url": reverse("apply:licence", args=[licence.uid]),
        "meta": f"{licence.number} · {licence.issuer.name}",
        "tag": licence.get_state_display(),
    }


def _offer(offer: Conveyance) -> dict[str, Any]:
    licence = offer.licence
    return {
        "title": licence.name,
        "url": reverse("apply:conveyance", args=[offer.uid]),
        "meta": f"{licence.number} · {licence.issuer.name}",
        "tag": _("拟转让给您"),
    }


@personal("GET", "POST")
def licence(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    found = my_licence(user, uid)
    if found.settle_at and found.settle_at <= now() and settle_one_licence(uid):
        found = my_licence(user, uid)
    form = AskForm(request.POST)
    if request.method == "POST" and form.is_valid():
        asked = ask_for_licence(uid, user, Purpose(form.cleaned_data["purpose"]))
        return redirect("apply:case", asked.uid)
    do = request.POST.get("do", "")
    offer = OfferForm(request.POST if do == "offer" else None)
    if do == "take_back":
        take_back(uid, user)
        messages.success(request, _("已收回转让。"))
        return redirect("apply:licence", uid)
    if do == "offer" and offer.is_valid() and _offered(uid, user, offer):
        messages.success(request, _("已提出转让，等待受让人确认并申请。"))
        return redirect("apply:licence", uid)
    context = {
        "conveyance": open_conveyance(found),
        "conveyable": found.state == LicenceState.VALID and terms_today(found).transferable,
        "offer": offer,
        "licence": found,
        "facts": facts_of(found),
        "asks": [_ask(found, purpose) for purpose in open_purposes(found)],
        "note": _note(found),
        "anew": found.state == LicenceState.EXPIRED,
        "entries": found.entries.order_by("-id"),
        "found": list(found_at(found)),
        # Who took it over reads their own papers at their own case, not those of the holder before.
        "has_papers": owns(user, found.application),
    }
    status = 422 if offer.errors else 400 if request.method == "POST" else 200
    return render(request, "applications/applicant/licence.html", context, status=status)


def _offered(uid: UUID, user: User, form: OfferForm) -> bool:
    try:
        offer_licence(uid, user, **form.cleaned_data)
    except Invalid as refusal:
        pin(form, refusal)
        return False
    return True


@personal("GET", "POST")
def conveyance(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A licence that somebody offers: the new holder confirms by applying for it, or does not want it."""
    user = signed_in(request)
    offer = offered_conveyance(user, uid)
    if request.method == "POST" and request.POST.get("do") == "confirm":
        return redirect("apply:case", confirm(uid, user).uid)
    if request.method == "POST" and request.POST.get("do") == "decline":
        decline(uid, user)
        messages.success(request, _("已谢绝受让。"))
        return redirect("apply:licences")
    context = {"offer": offer, "licence": offer.licence, "facts": _offered_facts(offer.licence)}
    status = 400 if request.method == "POST" else 200
    return render(request, "applications/applicant/conveyance.html", context, status=status)


def _offered_facts(licence: Licence) -> list[tuple[str, Any]]:
    """What the new holder must know, and nothing else of what stands on the certificate."""
    return [
        (_("证件编号"), licence.number),
        (_("持证人"), licence.holder_name),
        (_("发证机关"), licence.issuer.name),
        (_("许可内容"), licence.content),
    ]


def _ask(licence: Licence, purpose: Purpose) -> dict[str, Any]:
    begun = has_begun(licence, purpose)
    return {
        "value": purpose.value,
        "label": _("申请%(what)s") % {"what": purpose.label},
        "url": reverse("apply:case", args=[begun.uid]) if begun else "",
    }


def _note(licence: Licence) -> str:
    """When a renewal is asked for, and what happens if it is late."""
    last, begins = renew_by(licence), renewable_from(licence)
    if licence.state != LicenceState.VALID or last is None or begins is None:
        return ""
    words = {"begins": whole_day(begins), "last": whole_day(last)}
    if today() < begins:
        return _("最早可以在%(begins)s申请延续，最迟应在%(last)s提出（《行政许可法》第五十条）。") % words
    if today() <= last:
        told = _("请在%(last)s以前申请延续。按期提出而届满前没有作出决定的，视为准予延续（《行政许可法》第五十条）。")
        return told % words
    return _("已经超过应当提出延续的日期（%(last)s）。现在仍可申请，但届满前没有作出决定的，不视为准予延续。") % words
