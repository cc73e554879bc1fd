"""The deeds on what is published: each reads its form, calls its deed, and answers."""

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.deed import DeedForm
from tracking.disclosure import change_queries as queries
from tracking.disclosure.actions.published import judging, proposing, urgent
from tracking.disclosure.change import ChangeKind
from tracking.disclosure.change_forms import AgainForm, CorrectionForm, ReasonForm, RemarkForm, TakeBackForm
from tracking.disclosure.forms import PassForm
from tracking.disclosure.models import Disclosure
from tracking.disclosure.views.deed_view import Maker, deed_view


def _change(name: str, form: type[AgainForm] | type[TakeBackForm], kind: ChangeKind | None = None) -> Maker:
    """``kind`` is of the change that this form goes on from, where one came back."""

    def make(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
        came_back = queries.returned_change(disclosure)
        returned = came_back if came_back and came_back.change.kind == kind else None
        return form(request.POST, disclosure=disclosure, returned=returned, auto_id=f"{name}_%s")

    return make


def _plain(name: str, form: type[DeedForm]) -> Maker:
    return lambda request, disclosure: form(request.POST, auto_id=f"{name}_%s")


def _findings(request: HttpRequest, disclosure: Disclosure) -> DeedForm:
    change = queries.open_change(disclosure)
    found = queries.change_findings(change) if change else []
    return PassForm(request.POST, findings=found, auto_id="pass_change_%s")


def _passed(disclosure: Disclosure) -> Promise:
    waits = queries.open_change(disclosure) is not None
    return _("审查通过，已报请批准公开。") if waits else _("审查通过，已经生效。")


correct = deed_view(
    "correct",
    _change("correct", CorrectionForm, ChangeKind.CORRECT),
    proposing.propose_correction,
    _("已提出更正，等待他人审查。"),
)
take_back = deed_view(
    "take_back",
    _change("take_back", TakeBackForm, ChangeKind.TAKE_BACK),
    proposing.propose_taking_back,
    _("已提出撤下，等待他人审查。"),
)
again = deed_view(
    "again",
    _change("again", AgainForm, ChangeKind.PUBLISH_AGAIN),
    proposing.propose_publishing_again,
    _("已提出重新公示，等待他人审查。"),
)
at_once = deed_view(
    "at_once", _change("at_once", TakeBackForm), urgent.take_back_at_once, _("已经紧急撤下，请他人复核。")
)
pass_change = deed_view("pass_change", _findings, judging.pass_change, _passed)
return_change = deed_view(
    "return_change", _plain("return_change", ReasonForm), judging.return_change, _("已退回，公示保持不变。")
)
confirm = deed_view("confirm", _plain("confirm", RemarkForm), judging.confirm_urgency, _("已确认撤下。"))
doubt = deed_view("doubt", _plain("doubt", ReasonForm), judging.doubt_urgency, _("已告知起草人可以提出重新公示。"))
