"""行政许可法 Art. 35: each level opens its own handling only; the upper one reads nothing but the package."""

from typing import Any

import pytest

from applications.actions.decide import grant
from applications.actions.review import review
from applications.documents.kinds import Kind
from applications.models import Handling
from tests.applications.views.desk import address, browser_of, done, offered, opened
from tests.factories.answers import pdf
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    checks_for,
    clerk,
    decide,
    examine,
    fresh,
    reported_case,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def above(city):
    return reported_case()


@pytest.fixture
def below(above):
    related = Handling.objects.select_related("hall", "department", "application")
    return related.exclude(pk=above.pk).get(application=above.application)


def test_neither_level_opens_the_others_part(above, below):
    for handling, user in ((below, clerk(above, "examiner")), (above, clerk(below, "examiner"))):
        assert opened(handling, user).status_code == 404
        assert done(handling, user, "review", favourable="yes", opinion=OPINION).status_code == 404


def test_above_everything_comes_from_the_package(above, below):
    package = above.package
    package.content["answers"][0]["text"] = "只有转报材料里才有的内容"
    package.save()
    below.application.answers["river_section"] = "区县后来改过的内容"
    below.application.save()
    page = opened(above, clerk(above, "examiner")).content.decode()
    assert "只有转报材料里才有的内容" in page
    assert "区县后来改过的内容" not in page
    assert package.opinion in page
    assert package.content["applicant"]["code"] in page


def test_above_nothing_of_the_lower_part_is_shown(above, below):
    below.steps.filter(kind="intake").update(opinion="区县内部的受理备注")
    page = opened(above, clerk(above, "examiner")).content.decode()
    assert "区县内部的受理备注" not in page
    assert clerk(below, "window").name not in page
    assert "受理通知书" not in page
    assert "上级机关收到全部材料" in page


def test_above_the_papers_are_the_preliminary_opinion_and_its_own(above):
    work()
    above = decide(examine(above))
    papers = opened(above, clerk(above, "cert")).context["dossier"].papers
    assert [paper.kind for paper in papers] == [Kind.PRELIMINARY_OPINION, Kind.GRANT]


def test_above_a_paper_of_the_lower_part_cannot_be_fetched(above, below):
    work()
    browser = browser_of(clerk(above, "examiner"))
    opinion = below.papers.get(kind=Kind.PRELIMINARY_OPINION)
    acceptance = below.papers.get(kind=Kind.ACCEPTANCE)
    assert browser.get(address(above, "papers", opinion.uid)).status_code == 200
    assert browser.get(address(above, "papers", acceptance.uid)).status_code == 404


def test_above_only_the_materials_of_the_package_are_there(above):
    extra = above.application.materials.first()
    extra.pk, extra.uid, extra.name = None, above.uid, "转报之后的材料"
    extra.save(force_insert=True)
    browser = browser_of(clerk(above, "examiner"))
    assert "转报之后的材料" not in browser.get(address(above)).content.decode()
    assert browser.get(address(above, "materials", extra.uid)).status_code == 404
    packed = above.package.materials[0]["uid"]
    answer = browser.get(address(above, "materials", packed))
    assert b"".join(answer.streaming_content) == pdf().read()


def test_below_nothing_that_happens_above_is_shown(above, below):
    examiner = clerk(above, "examiner")
    told: dict[str, Any] = {"favourable": True, "opinion": "市级审查的内部意见。", "no_conflict": True}
    review(above.uid, examiner, seen=seen(above), checks=checks_for(above), **told)
    above = fresh(above)
    grant(above.uid, clerk(above, "signer"), seen=seen(above), content="准予采砂。")
    page = opened(below, clerk(below, "signer"))
    assert "grant" not in offered(page)
    text = page.content.decode()
    assert "已报送重庆市水利局" in text
    assert "市级审查" not in text
    assert "准予采砂。" not in text


def test_below_the_reported_handling_offers_nothing_any_more(above, below):
    answer = done(below, clerk(below, "signer"), "report_up", favourable="yes", opinion=OPINION)
    assert answer.status_code == 409


def test_above_the_applicant_is_never_asked_again(above):
    asked_of_applicant = {"correct", "accept"}
    examiners = offered(opened(above, clerk(above, "examiner")))
    assert examiners[0] == "review"
    assert not asked_of_applicant & set(examiners)
    assert offered(opened(above, clerk(above, "window"))) == []
    correct = done(above, clerk(above, "window"), "correct", **{"material-plan": "on"})
    assert correct.status_code in (403, 409)


def test_a_filing_of_two_levels_is_reported_with_its_package_from_the_page(city):
    handling = reviewed_case(SAND_MINING)
    answer = done(handling, clerk(handling, "signer"), "report_up", favourable="yes", opinion=OPINION)
    assert answer.status_code == 302
    work()
    assert Handling.objects.filter(application=handling.application).count() == 2
