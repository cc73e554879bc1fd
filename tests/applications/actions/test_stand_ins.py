"""Promise instead of proof (国办发〔2020〕42号), or a material that follows later: chosen freely, told and signed."""

import pytest

from applications.actions.accept import accept
from applications.actions.materials import hand_in
from applications.actions.stand_ins import postpone, promise, reconsider, told_of
from applications.actions.start import discard
from applications.actions.submit import problems_of, submit
from applications.credit import CreditAway
from applications.documents.kinds import Kind
from applications.lifecycle import AcceptanceMode
from applications.models import Application, Commitment, Material, Room
from applications.models.commitment import Verified
from applications.queries.promises import stood_in
from hall.catalogue.digests import digest_of
from hall.clock import now
from hall.crypto import blind_index
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from tests.factories.answers import pdf
from tests.factories.cases import LABOUR_DISPATCH, clerk, draft_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db

PROOF, LATER = "charter_and_capital", "premises"
SIGNER = "周云舒"


@pytest.fixture
def draft(city):
    return draft_case(LABOUR_DISPATCH, by="yunshang")


def sign(draft, key=PROOF, agreed=True, signer=SIGNER):
    return promise(draft.uid, draft.applicant, key=key, agreed=agreed, signer=signer)


def file_it(draft):
    submit(draft.uid, draft.applicant, truth_stated=True)
    return fresh(draft.handlings.get())


def accepted(draft):
    handling = file_it(draft)
    return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


def test_a_promise_takes_the_place_of_the_proof_with_its_text_version_and_signature(draft):
    made = sign(draft)
    spec = next(one for one in draft.spec.materials if one.key == PROOF)
    assert made.told == told_of(spec.commitment)
    assert made.sm3 == digest_of(made.told)
    assert (made.text_version, made.signer_name) == (draft.item_version.number, SIGNER)
    assert made.signer_uid == draft.applicant.uid
    assert not draft.materials.filter(key=PROOF, replaced_at=None).exists()
    draft = Application.objects.get(pk=draft.pk)
    assert draft.has_been_in(Room.COMMITMENT)
    assert problems_of(draft) == {}


@pytest.mark.parametrize(("agreed", "signer", "where"), [(False, SIGNER, "agreed"), (True, "王路人", "signer")])
def test_it_must_be_read_ticked_and_signed_by_a_name_of_the_account(draft, agreed, signer, where):
    with pytest.raises(Incomplete) as told:
        sign(draft, agreed=agreed, signer=signer)
    assert list(told.value.fields) == [where]
    assert not Commitment.objects.exists()


def test_only_what_the_item_lets_be_promised_may_be_promised(draft):
    with pytest.raises(NotAllowed):
        sign(draft, key="application")
    with pytest.raises(NotAllowed):
        sign(draft, key="nothing_of_the_kind")
    with pytest.raises(NotAllowed):
        postpone(draft.uid, draft.applicant, key=PROOF, agreed=True)


def test_the_applicant_may_change_their_mind_while_it_is_a_draft(draft):
    sign(draft)
    hand_in(draft.uid, draft.applicant, PROOF, pdf())
    assert not draft.commitments.filter(withdrawn_at=None).exists()
    sign(draft)
    reconsider(draft.uid, draft.applicant, key=PROOF)
    draft = Application.objects.get(pk=draft.pk)
    assert list(problems_of(draft)) == [f"material.{PROOF}"]
    assert draft.commitments.count() == 2


def test_once_filed_nothing_is_chosen_any_more(draft):
    handling = file_it(draft)
    with pytest.raises(WrongState):
        sign(handling.application)


def test_a_stranger_can_promise_nothing(draft, stranger):
    with pytest.raises(NotFound):
        promise(draft.uid, stranger, key=PROOF, agreed=True, signer=stranger.name)


def test_the_filing_gives_the_commitment_paper_and_the_acceptance_says_so(draft):
    sign(draft)
    handling = accepted(draft)
    application = handling.application
    assert application.acceptance_mode == AcceptanceMode.COMMITTED
    paper = application.papers.get(kind=Kind.COMMITMENT).facts
    assert [one.sm3 for one in paper.promises] == [draft.commitments.get().sm3]
    assert application.papers.get(kind=Kind.ACCEPTANCE).facts.footing == "告知承诺受理"
    receipt = application.papers.get(kind=Kind.RECEIPT).facts
    assert "以告知承诺代替" in [one.medium for one in receipt.case.materials]


def test_what_may_follow_is_told_once_with_list_deadline_and_consequence(draft):
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    sign(draft)
    handling = accepted(draft)
    application, (owed,) = handling.application, handling.application.tolerances.all()
    assert application.acceptance_mode == AcceptanceMode.TOLERANT
    (told,) = application.papers.get(kind=Kind.TOLERANCE).facts.owed
    assert (told.material, told.due, told.consequence) == (owed.name, owed.due, owed.consequence)
    assert told.form == "电子"


def test_a_postponement_needs_its_tick(draft):
    with pytest.raises(Incomplete):
        postpone(draft.uid, draft.applicant, key=LATER, agreed=False)


def test_who_broke_a_promise_may_not_promise_again_on_any_account_until_credit_is_repaired(draft):
    earlier = sign(draft_case(LABOUR_DISPATCH, by="yunshang", hall="500101"))
    earlier.result, earlier.verified_at = Verified.FALSE, now()
    earlier.broken_by_index = blind_index(draft.applicant.uscc)
    earlier.save()
    with pytest.raises(NotAllowed, match="经核查不实"):
        sign(draft)
    with pytest.raises(NotAllowed):
        postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    earlier.repaired_at = now()
    earlier.save()
    assert sign(draft)


def test_a_promise_found_false_meanwhile_keeps_another_from_being_filed(draft):
    sign(draft)
    earlier = sign(draft_case(LABOUR_DISPATCH, by="yunshang", hall="500101"))
    Commitment.objects.filter(pk=earlier.pk).update(
        result=Verified.FALSE, verified_at=now(), broken_by_index=blind_index(draft.applicant.uscc)
    )
    with pytest.raises(NotAllowed):
        file_it(draft)


def test_an_unrepaired_bad_record_of_the_register_keeps_from_promising(draft, settings):
    settings.HALL_DEMO_BAD_CREDIT = [draft.applicant.uscc]
    with pytest.raises(NotAllowed, match="信用"):
        sign(draft)


def test_a_register_that_is_away_trusts_nobody_and_loses_nothing(draft, settings):
    settings.HALL_CREDIT = "integrations.credit.nowhere.Credit"
    with pytest.raises(CreditAway, match="暂时不可用"):
        sign(draft)
    assert CreditAway.status == 503
    assert draft.materials.filter(key=PROOF, replaced_at=None).exists()


def test_what_the_answers_no_longer_ask_for_is_promised_by_nobody(draft):
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    Application.objects.filter(pk=draft.pk).update(answers={**draft.answers, "commits": "yes", "commitment": "承诺"})
    handling = file_it(draft)
    assert not handling.application.tolerances.filter(withdrawn_at=None).exists()


def test_a_discarded_draft_takes_its_promises_along(draft):
    sign(draft)
    postpone(draft.uid, draft.applicant, key=LATER, agreed=True)
    discard(draft.uid, draft.applicant)
    assert not Commitment.objects.exists()
    assert not Material.objects.exists()


def test_a_plain_case_asks_nothing_of_promises(city, django_assert_num_queries):
    handling = received_case()
    with django_assert_num_queries(0):
        assert stood_in(handling.application) == set()
