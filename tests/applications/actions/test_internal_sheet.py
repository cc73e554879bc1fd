"""D-28: every decided file has the sheet of who said what, and the applicant does not get it."""

import pytest

from applications.documents.kinds import Attribute, Ground, Kind
from applications.models import Paper
from tests.cast import client_of
from tests.factories.cases import (
    OPINION,
    clerk,
    decide,
    decided_case,
    examine,
    reported_case,
    reviewed_case,
    work,
)

pytestmark = pytest.mark.django_db


def sheet_of(handling):
    return Paper.objects.get(handling=handling, kind=Kind.INTERNAL_SHEET)


def test_it_lists_every_step_with_opinion_signer_and_time(city):
    handling = decided_case()
    assert not handling.papers.filter(kind=Kind.INTERNAL_SHEET).exists()
    work()
    facts = sheet_of(handling).facts
    assert [one.title for one in facts.turns] == ["受理", "审查与现场核查", "决定"]
    review = facts.turns[1]
    assert (review.by, review.opinion, review.conclusion) == (clerk(handling, "examiner").name, OPINION, "肯定意见")
    assert len(review.checks) == len(handling.application.spec.checklist)
    assert all(one.ended_at for one in facts.turns)
    assert (facts.decision, facts.signer) == ("准予行政许可", clerk(handling, "signer").name)


def test_a_denied_case_has_one_too_and_only_one(city):
    handling = decided_case(granted=False)
    work()
    work()
    assert sheet_of(handling).facts.decision == "不予行政许可"


def test_above_it_begins_with_what_the_package_brought(city):
    handling = decide(examine(reported_case()))
    work()
    turns = sheet_of(handling).facts.turns
    assert [one.title for one in turns] == ["区县审查", "上报", "市级审查", "市级决定"]
    assert turns[0].organ != turns[-1].organ
    assert turns[0].checks


def test_it_is_withheld_as_internal_and_not_for_the_applicant(city):
    handling = decided_case()
    work()
    sheet = sheet_of(handling)
    assert (sheet.disclosure.attribute, sheet.disclosure.ground) == (Attribute.NONE, Ground.INTERNAL)
    own = client_of(handling.application.applicant)
    place = f"/apply/{handling.application.uid}/"
    assert "内部审批表" not in own.get(place).content.decode()
    assert own.get(f"{place}papers/{sheet.uid}/").status_code == 404
    desk = client_of(clerk(handling, "cert")).get(f"/500103/desk/{handling.uid}/papers/{sheet.uid}/")
    assert desk.status_code == 200


def test_an_undecided_case_has_none(city):
    handling = reviewed_case()
    work()
    assert not handling.papers.filter(kind=Kind.INTERNAL_SHEET).exists()
