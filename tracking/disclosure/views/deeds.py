"""The deeds of the page: each reads its form, calls its deed, and answers."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from hall.accounts.forms.deed import DeedForm
from hall.accounts.forms.pinning import done
from tracking.disclosure import queries
from tracking.disclosure.actions import approving, judge, objections
from tracking.disclosure.actions.rewrite import rewrite
from tracking.disclosure.actions.send import send as send_deed
from tracking.disclosure.forms import (
    OverrideForm,
    PassForm,
    PublishForm,
    ReturnForm,
    TextForm,
    UpholdForm,
    WithholdForm,
)
from tracking.disclosure.models import Disclosure
from tracking.disclosure.views.entering import discloser_of, visible
from tracking.disclosure.views.one import page

Deed = Callable[..., Disclosure]
Maker = Callable[[HttpRequest, Disclosure], DeedForm]


def _text(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return TextForm(request.POST, disclosure=disclosure)


def _pass(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return PassForm(request.POST, findings=queries.highlights(disclosure, queries.review_of(disclosure)))


def _publish(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return PublishForm(request.POST)


def _return(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return ReturnForm(request.POST, auto_id="return_%s")


def _withhold(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return WithholdForm(request.POST, auto_id="withhold_%s")


def _uphold(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return UpholdForm(request.POST, auto_id="uphold_%s")


def _override(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    return OverrideForm(request.POST, auto_id="override_%s")


def _view(name: str, make: Maker, deed: Deed, told: str | Promise) -> Callable[..., HttpResponse]:
    """A deed behind a form; what it refuses by a field comes back beside that field."""

    @login_required
    @require_POST
    def view(request: HttpRequest, uid: UUID) -> HttpResponse:
        user = discloser_of(request)
        disclosure = visible(user, uid)
        form = make(request, disclosure)
        if done(form, lambda: deed(uid, user, **form.said)):
            messages.success(request, str(told))
            return redirect("disclosure:one", uid)
        return page(request, user, disclosure, {name: form}, status=422)

    return view


edit = _view("text_form", _text, rewrite, _("已保存。"))
send = _view("text_form", _text, send_deed, _("已送保密审查。"))
pass_on = _view("pass_form", _pass, judge.pass_on, _("审查通过，已报请批准公开。"))
publish = _view("publish_form", _publish, approving.publish, _("已批准，已经公示。"))
send_back = _view("return_form", _return, judge.send_back, _("已退回修改。"))
withhold = _view("withhold_form", _withhold, judge.withhold, _("已决定不予公开。"))
uphold = _view("uphold_form", _uphold, objections.uphold, _("异议成立，已退回起草人修改，并告知申请人。"))
override = _view("override_form", _override, objections.override, _("已告知申请人，可以继续办理。"))
