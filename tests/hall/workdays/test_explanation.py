"""What a person reads about a due date."""

from datetime import date

from hall.workdays.arithmetic import Limit, Suspension, due_date
from tests.hall.workdays.calendars import PLAIN

MONDAY = date(2026, 3, 2)


def told(limit: Limit, *suspensions: Suspension, start: date = MONDAY) -> str:
    return "\n".join(due_date(start, limit, PLAIN, suspensions).sentences())


def test_the_start_is_named_and_said_not_to_count():
    assert "期限为20个工作日，自2026年3月2日（星期一）的次日起算，当日不计入（《民法典》第二百零一条）。" in told(
        Limit(20)
    )


def test_the_rule_is_named_with_its_article():
    assert "《行政许可法》第八十二条" in told(Limit(20))
    assert "《民法典》第二百零二条" in told(Limit(1, "month"))
    assert "按自然日计算" in told(Limit(30, "natural"))


def test_neighbouring_days_of_rest_are_told_together():
    assert "不计入的休息日：3月7日至3月8日（周末）。" in told(Limit(7))


def test_suspended_time_is_told_with_its_reason_and_article():
    gap = Suspension(date(2026, 3, 4), date(2026, 3, 5), "检测")
    assert "依法扣除的时间：3月4日至3月5日（检测）（《行政许可法》第四十五条）。" in told(Limit(5), gap)


def test_the_end_is_the_last_thing_told():
    assert told(Limit(3)).endswith("期限届满日：2026年3月5日（星期四）。")


def test_an_end_that_moved_says_why():
    assert "《民法典》第二百零三条" in told(Limit(5, "natural"))
    assert "《民法典》第二百零三条" not in told(Limit(4, "natural"))


def test_a_provisional_end_says_so():
    assert "暂定" in told(Limit(20), start=date(2026, 12, 20))


def test_on_the_spot_counts_nothing():
    assert "即时办结" in told(Limit(0))
    assert "共计入" not in told(Limit(0))


def test_machines_get_the_days_counted_skipped_and_excluded():
    gap = Suspension(date(2026, 3, 4), date(2026, 3, 4), "检测")
    shown = due_date(MONDAY, Limit(4), PLAIN, [gap]).as_json()
    assert shown["counted"] == ["2026-03-03", "2026-03-05", "2026-03-06", "2026-03-09"]
    assert shown["skipped"] == [
        {"date": "2026-03-07", "reason": "周末"},
        {"date": "2026-03-08", "reason": "周末"},
    ]
    assert shown["excluded"] == [{"date": "2026-03-04", "reason": "检测"}]
    assert (shown["start"], shown["due"], shown["days"]) == ("2026-03-02", "2026-03-09", 4)
    assert (shown["provisional"], shown["calendar_version"]) == (False, "plain")
