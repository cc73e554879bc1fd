"""The deeds of the page: each reads its form, calls its deed, and answers."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.deed import DeedForm
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
from tracking.disclosure.views.deed_view import deed_view


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


edit = deed_view("text_form", _text, rewrite, _("已保存。"))
send = deed_view("text_form", _text, send_deed, _("已送保密审查。"))
pass_on = deed_view("pass_form", _pass, judge.pass_on, _("审查通过，已报请批准公开。"))
publish = deed_view("publish_form", _publish, approving.publish, _("已批准，已经公示。"))
send_back = deed_view("return_form", _return, judge.send_back, _("已退回修改。"))
withhold = deed_view("withhold_form", _withhold, judge.withhold, _("已决定不予公开。"))
uphold = deed_view("uphold_form", _uphold, objections.uphold, _("异议成立，已退回起草人修改，并告知申请人。"))
override = deed_view("override_form", _override, objections.override, _("已告知申请人，可以继续办理。"))
