"""What the page of a published disclosure offers: the change that waits, or those that may be proposed."""

from typing import Any

from applications.models import Consultation
from applications.queries.consultations import open_objection, why_waiting
from hall.accounts.forms.deed import DeedForm
from hall.accounts.models import User
from tracking.disclosure import change_queries as queries
from tracking.disclosure.change import ChangeKind, ProposedChange
from tracking.disclosure.change_forms import AgainForm, CorrectionForm, ReasonForm, RemarkForm, TakeBackForm
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.change_queries import Returned
from tracking.disclosure.change_rules import change_bar
from tracking.disclosure.forms import OverrideForm, PassForm, PublishForm, UpholdForm
from tracking.disclosure.lifecycle import PUBLISHED_ONCE, DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import drafting_bar, urgent_bar


def change_context(
    user: User, disclosure: Disclosure, said: list[Consultation], tried: dict[str, DeedForm]
) -> dict[str, Any]:
    """``change`` is what waits, ``changing`` the forms of this person by the name of their deed."""
    if disclosure.state not in PUBLISHED_ONCE:
        return {}
    told = _told(user, disclosure, said)
    return told | {"changing": told["changing"] | tried}


def _told(user: User, disclosure: Disclosure, said: list[Consultation]) -> dict[str, Any]:
    change = queries.open_change(disclosure)
    told: dict[str, Any] = {"change": change, "changing": _urgent(user, disclosure, change)}
    if change is None:
        returned = queries.returned_change(disclosure)
        changing = _proposing(user, disclosure, returned) | told["changing"]
        beside = any(getattr(form, "returned", "") for form in changing.values())
        return told | {"returned": None if beside else returned, "changing": changing}
    bar = change_bar(user, change)
    told |= {
        "change_bar": bar,
        "proposed": queries.proposed_record(change),
        "change_findings": queries.change_findings(change),
        "last_word": queries.last_word(change),
        "waiting": why_waiting(said),
    }
    return told if bar else told | {"changing": _judging(change, said) | told["changing"]}


def objection_forms(disclosure: Disclosure) -> dict[str, DeedForm]:
    """Judging what the applicant has against the words, before the first publication and before that of a change."""
    start = {"version": disclosure.version}
    return {
        "uphold_form": UpholdForm(initial=start, auto_id="uphold_%s"),
        "override_form": OverrideForm(initial=start, auto_id="override_%s"),
    }


def _proposing(user: User, disclosure: Disclosure, returned: Returned | None) -> dict[str, DeedForm]:
    """Each begins with what came back, where that was of its kind."""
    if drafting_bar(user, disclosure):
        return {}

    def of(kind: ChangeKind) -> dict[str, Any]:
        return {"disclosure": disclosure, "returned": returned if returned and returned.change.kind == kind else None}

    if disclosure.state == DisclosureState.TAKEN_BACK:
        return {"again": AgainForm(auto_id="again_%s", **of(ChangeKind.PUBLISH_AGAIN))}
    return {
        "correct": CorrectionForm(auto_id="correct_%s", **of(ChangeKind.CORRECT)),
        "take_back": TakeBackForm(auto_id="take_back_%s", **of(ChangeKind.TAKE_BACK)),
    }


def _urgent(user: User, disclosure: Disclosure, change: ProposedChange | None) -> dict[str, Any]:
    if disclosure.state != DisclosureState.PUBLISHED or urgent_bar(user, disclosure):
        return {}
    return {"at_once": TakeBackForm(disclosure=disclosure, auto_id="at_once_%s")}


def _judging(change: ProposedChange, said: list[Consultation]) -> dict[str, Any]:
    start = {"version": change.disclosure.version}
    if change.state == ChangeState.UNREVIEWED:
        return {
            "confirm": RemarkForm(initial=start, auto_id="confirm_%s"),
            "doubt": ReasonForm(initial=start, auto_id="doubt_%s"),
        }
    if open_objection(said):
        return objection_forms(change.disclosure)
    back: dict[str, DeedForm] = {"return_change": ReasonForm(initial=start, auto_id="return_change_%s")}
    if why_waiting(said):
        return back
    if change.state == ChangeState.APPROVING:
        return {"publish_form": PublishForm(initial=start, auto_id="publish_%s")} | back
    found = queries.change_findings(change)
    return {"pass_change": PassForm(initial=start, findings=found, auto_id="pass_change_%s")} | back
