"""The deeds on what is published: each reads its form, calls its deed, and answers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from hall.accounts.forms.pinning import done
from tracking.disclosure import change_queries as queries
from tracking.disclosure.actions.published import judging, proposing, urgent
from tracking.disclosure.change_forms import AgainForm, CorrectionForm, ReasonForm, RemarkForm, TakeBackForm
from tracking.disclosure.forms import PassForm
from tracking.disclosure.models import Disclosure
from tracking.disclosure.views.entering import discloser_of, visible
from tracking.disclosure.views.one import page


def _findings(disclosure: Disclosure) -> dict[str, Any]:
    change = queries.open_change(disclosure)
    return {"findings": queries.change_findings(change) if change else []}


def _of(disclosure: Disclosure) -> dict[str, Any]:
    return {"disclosure": disclosure}


def _nothing(disclosure: Disclosure) -> dict[str, Any]:
    return {}


def _view(
    name: str,
    form_class: Callable[..., Any],
    deed: Callable[..., Disclosure],
    told: str | Promise,
    needs: Callable[[Disclosure], dict[str, Any]] = _nothing,
) -> Callable[..., HttpResponse]:
    """A deed behind a form; what it refuses by a field comes back beside that field."""

    @login_required
    @require_POST
    def view(request: HttpRequest, uid: UUID) -> HttpResponse:
        user = discloser_of(request)
        disclosure = visible(user, uid)
        form = form_class(request.POST, auto_id=f"{name}_%s", **needs(disclosure))
        if done(form, lambda: deed(uid, user, **form.said)):
            messages.success(request, str(told))
            return redirect("disclosure:one", uid)
        return page(request, user, disclosure, {name: form}, status=422)

    return view


correct = _view("correct", CorrectionForm, proposing.propose_correction, _("已提出更正，等待他人审查。"), _of)
take_back = _view("take_back", TakeBackForm, proposing.propose_taking_back, _("已提出撤下，等待他人审查。"))
again = _view("again", AgainForm, proposing.propose_publishing_again, _("已提出重新公示，等待他人审查。"), _of)
at_once = _view("at_once", TakeBackForm, urgent.take_back_at_once, _("已经紧急撤下，请他人复核。"))
pass_change = _view("pass_change", PassForm, judging.pass_change, _("审查通过，已经生效。"), _findings)
return_change = _view("return_change", ReasonForm, judging.return_change, _("已退回，公示保持不变。"))
confirm = _view("confirm", RemarkForm, judging.confirm_urgency, _("已确认撤下。"))
doubt = _view("doubt", ReasonForm, judging.doubt_urgency, _("已告知起草人可以提出重新公示。"))
