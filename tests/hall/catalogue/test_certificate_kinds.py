"""Which of the four kinds of certificate a grant gives (行政许可法 Art. 39)."""

import pytest

from hall.catalogue.checking import check
from hall.catalogue.reading import spec_of
from hall.catalogue.wording import CERTIFICATE_KINDS
from tests.factories.items import item


def result(kind, told=None, **changes):
    written = {"kind": kind, "name": "演示结果", **({"certificate_kind": told} if told else {})}
    return item(result=written, **changes)


def told(content):
    return {problem.path for problem in check(content)}


@pytest.mark.parametrize(
    ("kind", "usual"), [("certificate", "licence"), ("approval", "approval_document"), ("other", "other")]
)
def test_a_file_that_says_nothing_has_the_usual_one(kind, usual):
    assert check(result(kind)) == []
    assert spec_of(result(kind)).result.certificate_kind == usual


@pytest.mark.parametrize("told_kind", CERTIFICATE_KINDS)
def test_a_file_names_one_of_four(told_kind):
    kind = "approval" if told_kind == "approval_document" else "certificate"
    assert spec_of(result(kind, told_kind)).result.certificate_kind == told_kind
    assert check(result(kind, told_kind)) == []


def test_another_one_there_is_not():
    assert told(result("certificate", "permit")) == {"result.certificate_kind"}


@pytest.mark.parametrize(("kind", "wrong"), [("certificate", "approval_document"), ("approval", "licence")])
def test_certificate_and_approval_are_not_the_same(kind, wrong):
    assert told(result(kind, wrong)) == {"result.certificate_kind"}


def test_an_exam_gives_a_qualification():
    exam = {"conditions": "年满十八周岁", "method": "网上报名", "subjects": "理论、实操", "syllabus": "见大纲"}
    assert told(result("certificate", "licence", allocation="exam", exam=exam)) == {"result.certificate_kind"}
    assert told(result("certificate", "qualification", allocation="exam", exam=exam)) == set()
