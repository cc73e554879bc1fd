"""A paper is numbered once, states its disclosure, and keeps what it said."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from applications.actions.papers import draft_papers, void_paper
from applications.documents.kinds import Attribute, Disclosure, Ground, Kind, default_disclosure
from applications.models import Paper
from hall.actor import Actor
from hall.errors import Incomplete
from hall.events.models import Letter
from hall.uids import uid7
from tests.applications.documents.samples import CASE, CONTENTS, ORGAN

ACCEPTANCE = next(one for one in CONTENTS if one.kind == Kind.ACCEPTANCE)
DENIAL = next(one for one in CONTENTS if one.kind == Kind.DENIAL)
CLERK = Actor(uid=uid7(), name="王守正")


def test_its_number_names_organ_kind_year_and_turn(draft, case):
    short = case.offering.department.short_name
    numbers = [draft().number, draft().number, draft(DENIAL).number, draft(issued_on=date(2027, 1, 4)).number]
    assert numbers == [
        f"{short}许受字〔2026〕第000001号",
        f"{short}许受字〔2026〕第000002号",
        f"{short}许不准字〔2026〕第000001号",
        f"{short}许受字〔2027〕第000001号",
    ]


def test_two_organs_count_apart(draft, city):
    first, second = draft(), draft(issuer=city.departments["yz-rs"])
    assert first.number.endswith("第000001号")
    assert second.number.endswith("第000001号")
    assert first.number != second.number


def test_the_number_of_a_voided_paper_stays_used(draft):
    void_paper(draft().uid, reason="文号错误", by=CLERK)
    assert draft().number.endswith("第000002号")


def test_a_deed_that_fails_gives_its_number_back(draft):
    with transaction.atomic():
        draft()
        transaction.set_rollback(True)
    assert draft().number.endswith("第000001号")


@pytest.mark.django_db(transaction=True)
def test_many_deeds_at_once_never_share_a_number(case, draft):
    def deed(_: int) -> str:
        try:
            with transaction.atomic():
                return str(draft().number)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(deed, range(18)))
    assert sorted(number[-7:-1] for number in numbers) == [f"{turn:06d}" for turn in range(1, 19)]


def test_the_database_refuses_a_second_paper_under_one_number(draft):
    paper = draft()
    other = draft()
    other.number = paper.number
    with pytest.raises(IntegrityError, match="paper_number_once"), transaction.atomic():
        other.save()


def test_it_keeps_what_it_said_sealed(draft):
    paper = draft()
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM applications_paper WHERE id = %s", [paper.pk])
        assert "清泉" not in cursor.fetchone()[0]
    assert Paper.objects.get(pk=paper.pk).facts == ACCEPTANCE


def test_it_owes_one_letter_to_the_printer(draft):
    paper = draft()
    assert Letter.objects.get(key=f"paper:{paper.uid}").payload == {"paper": str(paper.uid)}


def test_an_adverse_paper_without_remedies_is_refused_before_it_has_a_number(draft):
    silent = replace(DENIAL, case=replace(CASE, issuer=replace(ORGAN, reconsideration_organ="")))
    with pytest.raises(Incomplete):
        draft(silent)
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.GRANT, "主动公开"),
        (Kind.LICENCE, "主动公开"),
        (Kind.DENIAL, "依申请公开"),
        (Kind.APPLICATION, "不予公开（个人隐私）"),
        (Kind.PRELIMINARY_OPINION, "不予公开（行政执法案卷及过程性信息）"),
    ],
)
def test_each_kind_begins_with_the_attribute_of_the_law(kind, words):
    assert default_disclosure(kind).words == words


def test_the_signer_may_decide_otherwise(draft):
    secret = Disclosure(Attribute.NONE, Ground.TRADE_SECRET)
    assert draft(disclosure=secret).disclosure == secret


@pytest.mark.parametrize(
    ("attribute", "ground"), [("", ""), ("4", ""), ("3", ""), ("1", "PRIVACY"), ("2", "TRADE_SECRET")]
)
def test_the_database_keeps_no_paper_without_a_sound_attribute(draft, attribute, ground):
    paper = draft()
    paper.disclosure_attr, paper.non_disclosure_ground = attribute, ground
    with pytest.raises(IntegrityError, match="paper_discloses_or_says_why"), transaction.atomic():
        paper.save()


@pytest.mark.parametrize(("attribute", "ground"), [(Attribute.NONE, None), (Attribute.ACTIVE, Ground.PRIVACY)])
def test_an_unsound_attribute_cannot_even_be_said(attribute, ground):
    with pytest.raises(ValueError, match="ground"):
        Disclosure(attribute, ground)


def test_no_two_papers_share_a_verification_code(draft):
    assert len({draft().verify_code for _ in range(5)}) == 5


def test_a_draft_takes_few_statements(draft, django_assert_max_num_queries, case):
    department = case.offering.department
    draft()
    with django_assert_max_num_queries(3):
        draft_papers(
            ACCEPTANCE,
            application=case,
            handling=None,
            issuer=department,
            officer="王守正",
            issued_on=date(2026, 12, 1),
        )
