"""What is decided by technical standards cites the one that was not met (行政许可法 Art. 55)."""

import pytest

from applications.actions.decide import deny
from applications.actions.draft_decision import draft_decision
from applications.documents.kinds import Kind
from applications.models import Words
from applications.models.inspection import InspectionKind
from hall.errors import Incomplete
from tests.applications.actions.refusing import refused
from tests.applications.views.desk import done, opened
from tests.factories.cases import clerk, decide, publish, reviewed_case, seen

pytestmark = pytest.mark.django_db
STANDARD = "《公共场所卫生指标及限值要求》（GB 37488—2019）第4.2条"
REASONS = "池水浊度超过标准限值。"
LAW = ["《公共场所卫生管理条例》第四条"]


@pytest.fixture
def technical(city):
    """The bath house of an item that is tested by a technical standard."""
    publish(inspection={"required": True, "kind": "technical", "standard": STANDARD})
    return reviewed_case()


def refuse(handling, **told):
    return deny(
        handling.uid, clerk(handling, "signer"), seen=seen(handling), reasons=REASONS, legal_basis=LAW, **told
    )


def test_a_denial_without_the_standard_is_refused(technical):
    for standard in ("", "  "):
        with refused(technical, Incomplete) as told:
            refuse(technical, technical_standard=standard)
        assert list(told.value.fields) == ["technical_standard"]


def test_the_standard_stands_on_the_decision_and_its_paper(technical):
    decision = refuse(technical, technical_standard=STANDARD)
    assert decision.technical_standard == STANDARD
    paper = technical.papers.get(kind=Kind.DENIAL)
    assert paper.facts.technical_standard == STANDARD


def test_a_draft_of_a_denial_needs_it_as_well(technical):
    words = Words(granted=False, reasons=REASONS, legal_basis=LAW)
    signer = clerk(technical, "signer")
    with refused(technical, Incomplete) as refusal:
        draft_decision(technical.uid, signer, seen=seen(technical), revision=0, words=words)
    assert list(refusal.value.fields) == ["technical_standard"]


def test_the_page_offers_the_standard_of_the_item(technical):
    signer = clerk(technical, "signer")
    page = opened(technical, signer)
    form = next(one for one in page.context["forms"] if one.deed == "deny")
    assert form["technical_standard"].value() == STANDARD
    written = {"reasons": REASONS, "basis": ["0"], "technical_standard": ""}
    answer = done(technical, signer, "deny", **written)
    assert answer.status_code == 422
    assert "第五十五条" in answer.content.decode()
    assert done(technical, signer, "deny", **{**written, "technical_standard": STANDARD}).status_code == 302


def test_a_grant_cites_none_and_other_items_are_not_asked(technical, city):
    assert technical.inspections.get().kind == InspectionKind.TECHNICAL
    assert technical.inspections.get().standard == STANDARD
    assert decide(technical).application.decision.technical_standard == ""


def test_an_item_that_is_not_tested_has_no_such_question(city):
    handling = reviewed_case()
    page = opened(handling, clerk(handling, "signer"))
    form = next(one for one in page.context["forms"] if one.deed == "deny")
    assert "technical_standard" not in form.fields
