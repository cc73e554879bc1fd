"""Marking a trade secret while filing: fixed with the case, seen by whoever handles it (行政许可法 Art. 5)."""

import pytest
from django.db import connection

from applications.actions.accept import accept
from applications.actions.claims import Claimed, claim, restate_claims, unclaim
from applications.actions.report_up import report_up
from applications.actions.start import discard
from applications.actions.submit import submit
from applications.documents.kinds import Kind
from applications.models import Application, ConfidentialClaim, Package, Paper
from applications.queries.annexes.claims import for_part, of_handling
from applications.queries.claims import claims_of
from applications.queries.desk.materials import material_lines
from hall.errors import Incomplete, NotFound, WrongState
from hall.uids import uid7
from tests.factories.cases import (
    LABOUR_DISPATCH,
    OPINION,
    SAND_MINING,
    WATER_SUPPLY,
    accepted_case,
    clerk,
    draft_case,
    examine,
    fill_in,
    fresh,
    joint_parts,
    seen,
    work,
)

pytestmark = pytest.mark.django_db

REASON = "平面图载有未公开的设备布局，公开会使竞争者仿制。"


def first_material(draft: Application) -> str:
    return f"material.{draft.spec.materials[0].key}"


def mark(draft: Application, *places: str, reason: str = REASON, kind: str = "trade_secret") -> list[ConfidentialClaim]:
    return claim(draft.uid, draft.applicant, places=places or [first_material(draft)], kind=kind, reason=reason)


def filed(draft: Application):
    return fresh(submit(draft.uid, draft.applicant, truth_stated=True).handlings.get())


def take_in(handling):
    return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


def test_what_was_marked_in_the_draft_is_fixed_with_the_case(city):
    draft = draft_case()
    mark(draft)
    handling = filed(draft)
    (one,) = claims_of(handling.application)
    assert (one.place, one.kind, one.reason) == (first_material(draft), "trade_secret", REASON)
    for change in (lambda: mark(draft), lambda: unclaim(draft.uid, draft.applicant, place=one.place)):
        with pytest.raises(WrongState):
            change()
    with pytest.raises(WrongState):
        restate_claims(draft.uid, draft.applicant, [])
    assert len(claims_of(handling.application)) == 1


def test_the_reason_is_sealed_in_the_database(city):
    mark(draft_case())
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM applications_confidentialclaim")
        assert "设备布局" not in str(cursor.fetchall())


def test_an_answer_may_be_marked_but_not_a_personal_one(city):
    draft = draft_case(LABOUR_DISPATCH, by="yunshang", registered_capital="3000000")
    (one,) = mark(draft, "field.business_scope", kind="business")
    assert (one.target, one.get_kind_display()) == ("field", "保密商务信息")
    with pytest.raises(Incomplete) as told:
        mark(draft, "field.managers")
    assert set(told.value.fields) == {"places"}


def test_the_clerk_sees_it_beside_the_material_and_with_its_reason(city):
    draft = draft_case()
    mark(draft)
    handling = filed(draft)
    assert next(line.marked for line in material_lines(handling, None)) == "商业秘密"
    annex = of_handling(handling)
    assert annex is not None
    assert [one.reason for one in annex.content] == [REASON]


def test_the_application_form_lists_it_with_its_mark_and_the_receipt_does_not_tell_the_reason(city):
    draft = draft_case()
    mark(draft)
    handling = filed(draft)
    papers = {one.kind: one.content for one in Paper.objects.filter(application=handling.application)}
    assert next(one["marked"] for one in papers[Kind.APPLICATION]["case"]["materials"]) == "商业秘密"
    assert not any(REASON in str(content) for content in papers.values())


def test_it_goes_up_with_the_package_and_the_upper_agency_reads_it(city):
    draft = draft_case(SAND_MINING)
    mark(draft)
    below = examine(take_in(filed(draft)))
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    work()
    (one,) = Package.objects.get().content["confidential"]
    assert (one["place"], one["kind"], one["reason"]) == (first_material(draft), "商业秘密", REASON)
    above = fresh(draft.handlings.exclude(pk=below.pk).get())
    assert of_handling(above) is not None


def test_a_case_without_a_mark_shows_nothing_and_asks_nothing(city, django_assert_num_queries):
    handling = accepted_case()
    with django_assert_num_queries(0):
        assert of_handling(handling) is None


def test_without_a_thing_a_kind_and_a_reason_nothing_is_marked(city):
    draft = draft_case()
    for places, kind, reason, field in [
        ([], "trade_secret", REASON, "places"),
        (["material.nothing"], "trade_secret", REASON, "places"),
        ([first_material(draft)], "because", REASON, "kind"),
        ([first_material(draft)], "trade_secret", " 密 ", "reason"),
    ]:
        with pytest.raises(Incomplete) as told:
            claim(draft.uid, draft.applicant, places=places, kind=kind, reason=reason)
        assert set(told.value.fields) == {field}
    assert not ConfidentialClaim.objects.exists()


def test_marking_again_gives_the_newer_reason_and_taking_back_leaves_none(city):
    draft = draft_case()
    mark(draft)
    mark(draft, reason="平面图尚未公开。")
    draft.refresh_from_db()
    assert [one.reason for one in claims_of(draft)] == ["平面图尚未公开。"]
    unclaim(draft.uid, draft.applicant, place=first_material(draft))
    unclaim(draft.uid, draft.applicant, place=first_material(draft))
    assert claims_of(draft) == []


def test_nobody_marks_in_a_stranger_s_draft(city, applicant_zhang):
    draft = draft_case()
    with pytest.raises(NotFound):
        claim(draft.uid, applicant_zhang, places=[first_material(draft)], kind="trade_secret", reason=REASON)
    with pytest.raises(NotFound):
        unclaim(draft.uid, applicant_zhang, place=first_material(draft))
    with pytest.raises(NotFound):
        restate_claims(uid7(), applicant_zhang, [])


def test_a_program_says_all_marks_at_once_and_again(city):
    draft = draft_case()
    other = f"material.{draft.spec.materials[1].key}"
    mark(draft)
    for _turn in range(2):
        restate_claims(draft.uid, draft.applicant, [Claimed(other, "undisclosed", REASON)])
    draft.refresh_from_db()
    assert [one.place for one in claims_of(draft)] == [other]


def test_what_the_answers_no_longer_ask_for_is_marked_by_nobody(city):
    draft = draft_case(LABOUR_DISPATCH, by="yunshang", registered_capital="3000000", commits="no")
    mark(draft, "material.premises")
    fill_in(draft, draft.applicant, {**draft.all_answers, "commits": "yes", "commitment": "已具备条件。"})
    handling = filed(draft)
    assert claims_of(handling.application) == []


def test_a_department_that_joins_reads_the_marks_of_what_it_sees(city):
    draft = draft_case(WATER_SUPPLY)
    mark(draft, *(f"material.{one.key}" for one in draft.spec.materials))
    lead = take_in(filed(draft))
    for part in joint_parts(lead).values():
        annex, seen_keys = for_part(part), {line.name for line in material_lines(part, None)}
        assert annex is not None
        assert {one.name for one in annex.content} == seen_keys


def test_a_draft_with_marks_is_thrown_away_with_them(city):
    draft = draft_case()
    place = first_material(draft)
    mark(draft)
    unclaim(draft.uid, draft.applicant, place=place)
    mark(draft)
    discard(draft.uid, draft.applicant)
    assert not ConfidentialClaim.objects.exists()
    assert not Application.objects.filter(uid=draft.uid).exists()
