"""The decision on its page: begun from the template, previewed, signed; two who write at once are shown both."""

import pytest

from applications.lifecycle import CaseState
from applications.models import Decision, DecisionDraft
from tests.applications.views.desk import browser_of, done, offered, opened
from tests.factories.cases import accepted_case, clerk, decided_case, fresh, reviewed_case, seen

pytestmark = pytest.mark.django_db
WRITTEN = {"revision": "0", "granted": "yes", "content": "准予经营沐浴场所。", "basis": ["0"], "territory": "渝中区"}


def form_of(page, deed):
    return next(form for form in page.context["forms"] if form.deed == deed)


def signing(page):
    """What the page offers of drafting and signing; other rooms offer their own beside it."""
    return [deed for deed in offered(page) if deed in ("grant", "deny", "draft_decision")]


def test_it_is_saved_shown_as_its_paper_and_signed_without_typing_again(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    assert done(handling, signer, "draft_decision", **WRITTEN).status_code == 302
    page = opened(handling, signer)
    text = page.content.decode()
    assert "草稿　未签发" in text
    assert "准予经营沐浴场所。" in text
    assert "按决定书草稿第 1 稿签发" in text
    assert signing(page) == ["grant", "draft_decision"]
    assert done(handling, signer, "grant").status_code == 302
    decision = Decision.objects.get()
    assert (decision.content, decision.territory) == ("准予经营沐浴场所。", "渝中区")


def test_a_denial_that_was_drafted_is_signed_as_such(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    written = {"revision": "0", "granted": "no", "reasons": "不符合卫生标准。", "basis": ["0"]}
    done(handling, signer, "draft_decision", **written)
    assert signing(opened(handling, signer)) == ["deny", "draft_decision"]
    assert done(handling, signer, "deny").status_code == 302
    assert fresh(handling).application.state == CaseState.DECIDED
    assert not Decision.objects.get().granted


def test_the_examiner_is_offered_it_beside_the_opinion(city):
    handling = accepted_case()
    assert "draft_decision" in offered(opened(handling, clerk(handling, "examiner")))
    assert "draft_decision" not in offered(opened(handling, clerk(handling, "signer")))


def test_the_slower_of_two_sees_both_and_saves_knowingly(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    done(handling, signer, "draft_decision", **WRITTEN)
    other = {**WRITTEN, "content": "准予经营美容店。"}
    answer = done(handling, signer, "draft_decision", **other)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "准予经营美容店。" in text
    assert "准予经营沐浴场所。" in text
    assert form_of(answer, "draft_decision")["revision"].value() == "1"
    again = {**other, "revision": "1"}
    assert done(handling, signer, "draft_decision", **again).status_code == 302
    assert DecisionDraft.objects.get().content == "准予经营美容店。"


def test_what_is_missing_is_told_beside_its_field(city):
    handling = reviewed_case()
    answer = done(handling, clerk(handling, "signer"), "draft_decision", **{**WRITTEN, "content": " "})
    assert answer.status_code == 422
    assert form_of(answer, "draft_decision").errors["content"]


def test_the_items_template_begins_the_draft(city):
    handling = reviewed_case()
    spec = handling.application.spec
    place = handling.application.all_answers["place_name"]
    form = form_of(opened(handling, clerk(handling, "signer")), "draft_decision")
    assert spec.decision.grounds
    assert place in form["content"].value()
    assert "{" not in form["content"].value()
    assert form["conditions"].value()


def test_a_ground_of_the_items_list_brings_its_reason_and_its_law(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    ground = handling.application.spec.decision.grounds[0]
    assert done(handling, signer, "deny", grounds=[ground.key]).status_code == 302
    decision = Decision.objects.get()
    assert (decision.reasons, decision.legal_basis) == (ground.text, [ground.basis])


def test_a_signed_decision_is_corrected_from_the_page(city):
    handling = decided_case()
    signer = clerk(handling, "signer")
    form = form_of(opened(handling, signer), "correct_decision")
    written = {name: form[name].value() or "" for name in ("content", "legal_basis", "territory")}
    told = {**written, "content": "准予从事沐浴场所经营。", "reason": "漏写类别。"}
    assert done(handling, signer, "correct_decision", **told).status_code == 302
    assert "漏写类别。" in opened(handling, signer).content.decode()
    assert "correct_decision" not in offered(opened(handling, clerk(handling, "window")))


def test_the_applicant_sees_no_draft(city):
    handling = reviewed_case()
    done(handling, clerk(handling, "signer"), "draft_decision", **WRITTEN)
    application = handling.application
    page = browser_of(application.applicant).get(f"/apply/{application.uid}/")
    assert page.status_code == 200
    assert "准予经营沐浴场所。" not in page.content.decode()
    assert "起草决定书" not in page.content.decode()
    assert seen(handling) > 0
