"""Periods are read exactly or refused with the reason, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.limits import LimitUnclear, limit_of, limits_by_level
from hall.catalogue.spec import Limit
from hall.catalogue.wording import limit_in_words


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("20个工作日", Limit(20)),
        ("20工作日", Limit(20)),
        ("２０个工作日", Limit(20)),
        ("30个自然日", Limit(30, "natural")),
        ("3个月", Limit(3, "month")),
        ("即办", Limit(0)),
        ("20个工作日，经批准可延长10个工作日", Limit(20, "working", 10)),
        ({"days": 20}, Limit(20)),
        ({"days": 20, "extension_days": 20}, Limit(20, "working", 20)),
        ({"days": 45, "unit": "natural"}, Limit(45, "natural")),
        ({"note": "申请举行日期2日前"}, Limit(None, note="申请举行日期2日前")),
    ],
)
def test_a_clear_period_is_read(written, limit):
    assert limit_of(written) == limit


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("20日", "没有说明是工作日还是自然日"),
        ("30天", "没有说明是工作日还是自然日"),
        (20, "没有写明单位"),
        ("20", "读不懂"),
        ("二十个工作日", "读不懂"),
        ("大约20个工作日", "读不懂"),
        ("0个工作日", "即办"),
        ("20+20", "唯一的含义"),
        ("20个工作日，可延长10个自然日", "读不懂"),
        ({"unit": "working"}, "days"),
        ({"days": 20, "unit": "weeks"}, "weeks"),
        ({"days": -1}, "0 至 3650"),
        ({"days": True}, "0 至 3650"),
        ({"days": 20, "dayz": 1}, "dayz"),
        ("", "单位"),
        (None, "单位"),
    ],
)
def test_an_unclear_period_is_refused_with_its_reason(written, reason):
    with pytest.raises(LimitUnclear, match=reason):
        limit_of(written)


def test_two_numbers_are_the_periods_of_two_levels():
    assert limits_by_level("15+20个工作日", two_level=True) == {"district": Limit(15), "city": Limit(20)}
    assert limits_by_level("15个工作日+20个工作日", two_level=True) == {"district": Limit(15), "city": Limit(20)}


def test_two_numbers_are_refused_where_one_level_decides():
    with pytest.raises(LimitUnclear, match="extension_days: 20"):
        limits_by_level("20+20个工作日", two_level=False)


def test_each_level_may_be_written_for_itself():
    written = {"district": "15个工作日", "city": {"days": 1, "unit": "month"}}
    assert limits_by_level(written, two_level=True) == {"district": Limit(15), "city": Limit(1, "month")}


@given(st.text(max_size=30))
def test_any_text_is_either_read_or_refused(text):
    try:
        assert limit_of(text).days is not None
    except LimitUnclear:
        assert text not in {"即办", "当场"}


@given(st.integers(1, 3650), st.sampled_from(["working", "natural", "month"]))
def test_a_period_in_words_is_read_as_the_same_period(days, unit):
    assert limit_of(limit_in_words(Limit(days, unit))) == Limit(days, unit)
