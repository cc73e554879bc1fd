"""What pages can do, a program can: promise instead of a proof, hand in later, say what is out of reach."""

import pytest

from applications.lifecycle import CaseState
from applications.models import Commitment, Tolerance
from tests.api.calling import Caller, told
from tests.factories import cases
from tests.factories.cases import LABOUR_DISPATCH, fill_in

pytestmark = pytest.mark.django_db
CAPITAL = {"registered_capital": "3000000"}
LETTER = {"way": "promise", "agreed": True, "signer": "重庆云上劳务派遣有限公司"}


@pytest.fixture
def dispatch(city):
    """A draft that promises nothing yet, and the program of the company it belongs to."""
    draft = cases.draft_case(LABOUR_DISPATCH, by="yunshang", commits=False, **CAPITAL)
    return draft, Caller(draft.applicant)


def instead(draft, key):
    return f"/cases/{draft.uid}/materials/{key}/instead/"


def test_a_promise_takes_the_place_of_a_proof(dispatch):
    draft, program = dispatch
    answer = program.post(instead(draft, "charter_and_capital"), LETTER)
    assert (answer.status_code, answer.json()["way"]) == (201, "promise")
    assert Commitment.objects.get().signer_name == LETTER["signer"]
    assert not draft.materials.filter(key="charter_and_capital", replaced_at=None).exists()
    filed = program.post(f"/cases/{draft.uid}/submit/", {"truth_stated": True})
    assert (filed.status_code, filed.json()["state"]) == (200, "received")


def test_a_promise_is_signed_by_the_name_of_the_account(dispatch):
    draft, program = dispatch
    refused = told(program.post(instead(draft, "charter_and_capital"), {**LETTER, "signer": "别人"}), 422)
    assert [one["field"] for one in refused["errors"]] == ["signer"]
    assert not Commitment.objects.exists()


def test_a_material_may_follow_later_and_the_choice_be_taken_back(dispatch):
    draft, program = dispatch
    wish = {"way": "later", "agreed": True}
    assert program.post(instead(draft, "premises"), wish).status_code == 201
    assert Tolerance.objects.get().withdrawn_at is None
    assert program.delete(instead(draft, "premises")).status_code == 204
    assert Tolerance.objects.get().withdrawn_at is not None


@pytest.mark.parametrize("wish", [{"way": "later", "agreed": True}, LETTER])
def test_only_what_the_item_offers_stands_in_for_a_material(dispatch, wish):
    draft, program = dispatch
    told(program.post(instead(draft, "application"), wish), 403)
    told(program.post(instead(draft, "nothing"), wish), 403)


def test_what_must_be_said_is_told(dispatch):
    draft, program = dispatch
    told(program.post(instead(draft, "premises"), {"way": "never", "agreed": True}), 400)
    told(program.post(instead(draft, "premises"), {"way": "later", "agreed": False}), 422)


def test_a_stranger_finds_no_such_case(dispatch, applicant_zhang):
    draft, _program = dispatch
    stranger = Caller(applicant_zhang)
    told(stranger.post(instead(draft, "premises"), {"way": "later", "agreed": True}), 404)
    told(stranger.delete(instead(draft, "premises")), 404)


def test_what_is_out_of_reach_is_said_with_its_reason(city):
    application = cases.correcting_case().application
    entry = application.corrections.get().entries[0]
    program = Caller(application.applicant)
    path = f"/cases/{application.uid}/correction/"
    told(program.post(path, {"answers": {}}), 422)
    reasons = {f"{entry['target']}-{entry['key']}": "原件由其他机关保管，要到下月才能取回。"}
    assert program.post(path, {"unsupplied": reasons}).status_code == 200
    application.refresh_from_db()
    assert application.state == CaseState.RECEIVED
    assert application.corrections.get().unsupplied[0]["reason"].startswith("原件由其他机关保管")


def test_answers_changed_elsewhere_meanwhile_are_not_overwritten(city):
    draft = cases.draft_case()
    program, path = Caller(draft.applicant), f"/cases/{draft.uid}/answers/"
    read = program.get(path).json()
    fill_in(draft, draft.applicant, {**draft.all_answers, "place_name": "另一台设备上填写的名称"})
    stale = {"answers": {**read["answers"], "place_name": "本程序填写的名称"}, "seen": read["seen"]}
    told(program.put(path, stale), 409)
    told(program.put(path, {**stale, "seen": ""}), 409)
    now = program.get(path).json()
    assert now["answers"]["place_name"] == "另一台设备上填写的名称"
    kept = program.put(path, {**stale, "seen": now["seen"]})
    assert kept.json()["answers"]["place_name"] == "本程序填写的名称"


def test_the_same_answers_sent_again_are_kept_once_more(city):
    draft = cases.draft_case()
    program, path = Caller(draft.applicant), f"/cases/{draft.uid}/answers/"
    answers = program.get(path).json()["answers"]
    first = program.put(path, {"answers": answers})
    again = program.put(path, {"answers": answers, "seen": "anything"})
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["seen"] == again.json()["seen"]
