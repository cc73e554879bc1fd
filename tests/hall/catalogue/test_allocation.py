"""What an item file says of quotas, exams and hearings (行政许可法 Art. 46, 53, 54, 57), and what its guide shows."""

from copy import deepcopy
from pathlib import Path

import pytest

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.models import Offering
from hall.catalogue.reading import spec_of
from hall.catalogue.sources import Source, read_sources
from hall.catalogue.spec import Exam, Quota
from tests.cast import client_of
from tests.factories.cases import decided_case

PLAIN = next(
    one.content for one in read_sources([Path("hall/catalogue/data/items")]) if "public_place_hygiene" in str(one.file)
)
EXAM = {
    "conditions": "年满十八周岁。（演示）",
    "method": "每年三月网上报名。（演示）",
    "subjects": "法规、实务。（演示）",
    "syllabus": "见演示大纲第一版。",
}


def item(**changes):
    """演示: the item of public places, with a number of places or an exam."""
    return {**deepcopy(dict(PLAIN)), **changes}


def places_of(problems):
    return [problem.path for problem in problems]


def test_old_files_say_ordinary_without_quota_exam_or_hearing():
    spec = spec_of(PLAIN)
    assert (spec.allocation, spec.quota, spec.exam, spec.hearing_required) == ("ordinary", None, None, False)


def test_the_new_parts_are_read():
    written = item(
        quantity="每年100个。（演示）",
        quota={"number": 100, "period": "year"},
        allocation="exam",
        exam=EXAM,
        hearing_required=True,
    )
    assert check(written) == []
    assert missing(written) == []
    spec = spec_of(written)
    assert spec.quota == Quota(100, "year")
    assert spec.exam == Exam(**EXAM)
    assert spec.hearing_required
    assert spec_of(item(quota={"number": 3})).quota == Quota(3, "total")


@pytest.mark.parametrize("quota", [{"number": 0}, {"number": 1, "period": "week"}, {}, {"number": 1, "left": 1}])
def test_a_quota_is_a_number_of_a_period(quota):
    assert [path for path in places_of(check(item(quantity="有数量限制", quota=quota))) if path.startswith("quota")]


def test_a_quota_contradicts_a_text_that_there_is_no_limit():
    assert places_of(check(item(quota={"number": 5}, quantity="无数量限制。"))) == ["quantity"]


@pytest.mark.parametrize("part", list(EXAM))
def test_an_exam_is_published_with_conditions_method_subjects_and_syllabus(part):
    told = {name: text for name, text in EXAM.items() if name != part}
    lacking = missing(item(allocation="exam", exam=told))
    assert [words for words in lacking if f"exam.{part}" in words]
    assert check(item(allocation="exam", exam=told)) == []


def test_what_is_told_of_an_exam_belongs_to_an_item_that_has_one():
    assert places_of(check(item(exam=EXAM))) == ["exam"]


@pytest.mark.django_db
def test_the_guide_tells_what_is_left_and_how_the_exam_goes(city):
    written = item(quantity="每年3个。（演示）", quota={"number": 3, "period": "year"}, allocation="exam", exam=EXAM)
    import_contents([Source("限量.yaml", written)], publish_complete=True)
    offered = Offering.objects.get(hall__code="500103")
    page = client_of().get(f"/500103/items/{offered.task_code}/").content.decode()
    for words in ("本年度共3个，剩余3个", "按受理申请的先后顺序", "第五十四条", *EXAM.values()):
        assert words in page, words


@pytest.mark.django_db
def test_a_grant_takes_one(city):
    granted = decided_case()
    offered = granted.application.offering
    written = item(quantity="每年3个。（演示）", quota={"number": 3, "period": "year"})
    import_contents([Source("限量.yaml", written)], publish_complete=True)
    page = client_of().get(f"/500103/items/{offered.task_code}/").content.decode()
    assert "本年度共3个，剩余2个" in page
