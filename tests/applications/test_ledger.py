"""The ledger of a clock (行政许可法 Art. 42, 45, 82): it sums to the due date, whatever stopped or extended it."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.deadlines import Longer, Pause, Period
from applications.ledger import Entry, Moved, ledger_of
from hall.workdays.arithmetic import Limit, Suspension
from tests.hall.workdays.brute_force import natural_due, workday_due
from tests.hall.workdays.calendars import PLAIN, REAL
from tests.hall.workdays.test_arithmetic import CALENDARS, DAYS, STARTS

TODAY = date(2026, 11, 26)
# A busy machine draws slowly; that says nothing of the arithmetic.
PATIENTLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def periods(draw, unit="working"):
    """A clock with what may happen to it: ended suspensions that overlap or not, and one extension before its end."""
    start = draw(STARTS)
    spans = draw(st.lists(st.tuples(st.integers(-5, 90), st.integers(0, 20)), max_size=4))
    pauses = tuple(Pause(start + timedelta(a), start + timedelta(a + b), "专家评审", 5) for a, b in spans)
    granted = st.tuples(st.integers(0, 9), st.integers(1, 15))
    longer = [Longer(start + timedelta(on), days) for on, days in draw(st.lists(granted, max_size=1))]
    return Period(start, Limit(draw(DAYS), unit), "法", pauses, tuple(longer))


def walked(period, calendar, count=workday_due):
    """The same law counted in another way."""
    out = [Suspension(one.first, one.last) for one in period.pauses]
    return count(period.start, period.whole.days, calendar, out)


@PATIENTLY
@given(periods(), CALENDARS)
def test_the_due_date_is_what_a_walker_finds_day_by_day(period, calendar):
    assert period.reckon(calendar, TODAY).on == walked(period, calendar)


@PATIENTLY
@given(periods("natural"), CALENDARS)
def test_natural_days_are_found_by_the_walker_too(period, calendar):
    assert period.reckon(calendar, TODAY).on == walked(period, calendar, natural_due)


@PATIENTLY
@given(st.one_of(periods(), periods("natural"), periods("month")), CALENDARS)
def test_given_and_used_come_out_even_and_every_day_is_accounted_for(period, calendar):
    reckoned = period.reckon(calendar, TODAY)
    lines = ledger_of(reckoned, TODAY)
    assert sum(line.given for line in lines) == sum(line.used for line in lines)
    assert lines[-1].left == 0
    assert (lines[0].entry, lines[-1].entry) == (Entry.START, Entry.END)
    assert lines[-1].first == reckoned.on
    day = period.start
    for line in (one for one in lines if one.is_stretch):
        assert line.first == day + timedelta(1)
        day = line.last
    assert day == reckoned.on


@PATIENTLY
@given(periods(), CALENDARS)
def test_every_line_names_its_rule_and_the_calendar_it_was_counted_by(period, calendar):
    for line in ledger_of(period.reckon(calendar, TODAY), TODAY):
        assert str(line.rule)
        assert line.calendar_version == calendar.version
        assert line.text


@PATIENTLY
@given(periods(), CALENDARS)
def test_a_clock_that_was_stopped_and_ran_on_says_when_it_was_resumed(period, calendar):
    lines = ledger_of(period.reckon(calendar, TODAY), TODAY)
    stretches = [line.entry for line in lines if line.is_stretch]
    ran_on = sum(before == Entry.PAUSE != after for before, after in pairwise(stretches))
    assert sum(line.entry == Entry.RESUME for line in lines) == ran_on


@PATIENTLY
@given(periods(), CALENDARS, st.integers(0, 120), st.integers(1, 30))
def test_an_open_suspension_leaves_no_due_date_unless_the_limit_was_over_before(period, calendar, after, estimate):
    before = walked(period, calendar)
    opened = Pause(period.start + timedelta(after), None, "鉴定", estimate)
    stopped = Period(period.start, period.limit, "法", (*period.pauses, opened), period.extensions)
    reckoned = stopped.reckon(calendar, TODAY)
    assert reckoned.on == (before if opened.first > before else None)
    assert reckoned.stopped is (opened.first <= before)


@PATIENTLY
@given(periods(), CALENDARS, st.integers(0, 60))
def test_while_it_runs_more_time_never_makes_the_expected_day_earlier(period, calendar, later):
    opened = Pause(period.start, None, "鉴定", 5)
    stopped = Period(period.start, period.limit, "法", (*period.pauses, opened))
    first = stopped.reckon(calendar, period.start).due.due
    assert stopped.reckon(calendar, period.start + timedelta(later)).due.due >= first


def test_the_expert_review_of_the_reference_moves_the_thirtieth_of_march_to_the_fifteenth_of_april():
    accepted, twenty = date(2026, 3, 2), Limit(20)
    assert Period(accepted, twenty).reckon(REAL, TODAY).on == date(2026, 3, 30)
    review = Pause(date(2026, 3, 10), date(2026, 3, 24), "专家评审", 11)
    reckoned = Period(accepted, twenty, "法", (review,)).reckon(REAL, TODAY)
    assert reckoned.on == date(2026, 4, 15)
    told = [(line.entry, line.first.day, line.used, line.left) for line in ledger_of(reckoned, TODAY)]
    assert told == [
        (Entry.START, 2, 0, 20),
        (Entry.RUN, 3, 5, 15),
        (Entry.PAUSE, 10, 0, 15),
        (Entry.RESUME, 25, 0, 15),
        (Entry.RUN, 25, 15, 0),
        (Entry.END, 15, 0, 0),
    ]


def test_an_extension_stands_in_the_ledger_on_the_day_on_which_it_was_granted():
    longer = Period(date(2026, 9, 18), Limit(20), "法", (), (Longer(date(2026, 10, 9), 10),))
    reckoned = longer.reckon(REAL, TODAY)
    assert reckoned.on == date(2026, 11, 5)
    lines = ledger_of(reckoned, TODAY)
    (granted,) = (line for line in lines if line.entry == Entry.EXTENSION)
    assert (granted.first, granted.given) == (date(2026, 10, 9), 10)


def test_a_period_that_would_end_on_a_rest_day_rolls_over():
    saturday = Period(date(2026, 11, 21), Limit(7, "natural"), "法").reckon(PLAIN, TODAY)
    assert saturday.on == date(2026, 11, 30)
    roll = ledger_of(saturday, TODAY)[-2]
    assert (roll.entry, roll.first, roll.last) == (Entry.ROLL, date(2026, 11, 29), date(2026, 11, 30))


def test_what_lies_ahead_of_a_stopped_clock_is_only_expected():
    opened = Pause(date(2026, 3, 10), None, "检测", 5)
    today = date(2026, 3, 12)
    lines = ledger_of(Period(date(2026, 3, 2), Limit(20), "法", (opened,)).reckon(REAL, today), today)
    assert [line.expected for line in lines] == [False, False, False, True, True, True]


@PATIENTLY
@given(periods(), CALENDARS, st.integers(-3, 60))
def test_a_changed_calendar_has_a_line_of_its_own_and_gives_no_day(period, calendar, after):
    moved = Moved(period.start + timedelta(after), date(2026, 3, 30), date(2026, 3, 31), "2-abc", "2026年放假安排")
    reckoned = period.reckon(calendar, TODAY)
    lines = ledger_of(reckoned, TODAY, [moved])
    (line,) = (one for one in lines if one.entry == Entry.CALENDAR)
    assert (line.given, line.used, line.calendar_version) == (0, 0, "2-abc")
    assert "2026年3月31日" in line.text
    others = [one for one in lines if one.entry != Entry.CALENDAR]
    assert others == list(ledger_of(reckoned, TODAY))
