"""The eight things of 行政许可法 Art. 30, and what filing online needs."""

import pytest

from hall.catalogue.completeness import missing
from tests.factories.items import item, two_level_item


def test_nothing_is_missing_from_a_complete_item():
    assert missing(item()) == []
    assert missing(two_level_item()) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("offered_by", "事项"),
        ("basis", "依据"),
        ("conditions", "条件"),
        ("quantity", "数量"),
        ("steps", "程序"),
        ("limits", "期限"),
        ("materials", "全部材料目录"),
        ("application_sample", "申请书示范文本"),
        ("form", "申请表"),
        ("result", "办理结果"),
        ("applicants", "服务对象"),
    ],
)
def test_each_of_them_is_missed_by_name(name, word):
    assert [words for words in missing(item(**{name: None})) if words.startswith(word)]


def test_an_empty_list_is_missing_too():
    assert missing(item(conditions=[]))


def test_a_period_in_words_only_cannot_be_computed_and_so_is_missing():
    words = missing(item(limits={"statutory": {"note": "按规定"}, "promise": "10个工作日"}))
    assert words == ["期限：没有可以计算的法定期限（limits.statutory）"]


def test_a_two_level_item_needs_the_period_of_both_levels():
    only_below = {"statutory": {"district": "20个工作日"}, "promise": "15个工作日"}
    assert missing(two_level_item(limits=only_below)) == ["期限：没有可以计算的法定期限（limits.statutory）"]


def test_an_item_that_is_not_online_needs_no_form():
    assert missing(item(online_allowed=False, form=None)) == []
