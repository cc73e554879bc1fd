"""Due dates are derived: a changed calendar moves the open ones, and deleting them all loses nothing."""

from datetime import date, datetime

import pytest

from applications import deadlines
from applications.actions.counted import CountedCases
from applications.actions.inquire import inquire
from applications.actions.recount import recount
from applications.models import (
    Application,
    Handling,
    Hearing,
    HearingGround,
    HearingParty,
    Matter,
    MovedDue,
    PartyRole,
    Room,
)
from applications.queries.dues import clocks_of
from applications.queries.hearings import request_due
from hall.accounts.models import Duty
from hall.audit.models import Entry
from hall.clock import SHANGHAI, freeze
from hall.events.models import Delivery, Event
from hall.events.worker import drain
from hall.notifications.models import Message
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for
from tests.cast import client_of
from tests.factories.cases import (
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    fresh,
    received_case,
    reported_case,
    seen,
    work,
)
from tests.hall.workdays.changing import back_to_work, holiday

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
YUZHONG, WANZHOU, CITY = "500103", "500101", "500000"


def keys(region: str = "") -> list[int]:
    return CountedCases().keys(region, 0, 50)


def test_a_holiday_of_the_region_moves_the_open_dates_by_a_day(city):
    with freeze(MONDAY):
        handling = accepted_case()
        before = handling.application.promise_due
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
    moved = Application.objects.get(pk=handling.application_id)
    assert (before, moved.promise_due) == (date(2026, 3, 11), date(2026, 3, 12))


def test_a_holiday_of_the_city_moves_its_districts_too(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region=CITY)
        drain()
    assert Application.objects.get(pk=handling.application_id).promise_due == date(2026, 3, 12)


def test_every_move_is_on_the_trail(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
    assert Entry.objects.filter(action="recount", subject_uid=handling.application.uid).count() == 1


def test_the_applicant_is_told_once_what_moved_from_when_to_when_and_why(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
        recount(handling.application.uid)
    message = Message.objects.get(recipient=handling.application.applicant)
    assert "承诺期限由2026年3月11日（星期三）改为2026年3月12日（星期四）" in message.text
    assert "渝中区区域调整：演示：自治县人民政府公告" in message.text
    assert message.link == f"/500103/apply/{handling.application.uid}/"


def test_who_has_no_date_that_moved_is_told_nothing(city):
    with freeze(MONDAY):
        accepted_case()
        holiday(date(2026, 5, 12), region=YUZHONG)
        drain()
    assert not Message.objects.exists()


def test_a_holiday_elsewhere_moves_nothing(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region=WANZHOU)
        drain()
    assert Application.objects.get(pk=handling.application_id).promise_due == handling.application.promise_due
    assert keys(WANZHOU) == []


def test_the_upper_agency_counts_by_its_own_calendar(city):
    with freeze(MONDAY):
        above = reported_case()
        before = above.statutory_due
        holiday(date(2026, 3, 4), region="500101")
        drain()
        assert fresh(above).statutory_due == before
        holiday(date(2026, 3, 4), region=CITY)
        drain()
        assert fresh(above).statutory_due > before


def test_the_intake_period_moves_together_with_the_moment_of_deemed_acceptance(city):
    with freeze(MONDAY):
        handling = received_case()
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
    moved = Application.objects.get(pk=handling.application_id)
    assert moved.intake_due == date(2026, 3, 10)
    assert moved.settle_at == deadlines.moment_after(date(2026, 3, 10))


def test_the_time_to_correct_moves_together_with_the_desk(city):
    with freeze(MONDAY):
        handling = correcting_case()
        before = handling.application.corrections.get().due
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
    after = handling.application.corrections.get().due
    assert after > before
    assert fresh(handling).desk_due == after


def test_what_waits_for_a_duty_moves_too(city):
    with freeze(MONDAY):
        handling = accepted_case()
        errand = handling.application.errands.create(
            department=handling.department,
            handling=handling,
            duty=Duty.HEAD,
            matter=Matter.ANSWER_EXTENSION,
            subject_uid=handling.uid,
            counted_from=MONDAY.date(),
            limit_days=3,
            due=date(2026, 3, 5),
        )
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
    errand.refresh_from_db()
    assert errand.due == date(2026, 3, 6)


def test_after_the_decision_only_its_delivery_moves(city):
    with freeze(MONDAY):
        handling = decided_case()
        holiday(date(2026, 3, 4), region=YUZHONG)
        work()
    after = fresh(handling)
    assert after.statutory_due == handling.statutory_due
    assert after.application.promise_due == handling.application.promise_due
    assert (handling.desk_due, after.desk_due) == (date(2026, 3, 16), date(2026, 3, 17))


def test_deleting_every_due_date_and_counting_again_gives_the_same(city):
    with freeze(MONDAY):
        handling = accepted_case()
        application = handling.application
        Application.objects.update(intake_due=None, promise_due=None, settle_at=None, calendar_version="")
        Handling.objects.update(statutory_due=None, desk_due=None)
        recount(application.uid)
    again = Handling.objects.select_related("application").get(pk=handling.pk)
    assert again.statutory_due == handling.statutory_due
    assert again.desk_due == handling.desk_due
    assert again.application.promise_due == application.promise_due
    assert again.application.calendar_version == application.calendar_version == calendar_for(YUZHONG).version


class TestADateThatWasTold:
    """domain.md §11 (3): it moves earlier only while it still lies ahead; the statutory date is always recomputed."""

    @pytest.fixture
    def holidays(self, city):
        """Four days of rest from Wednesday on: the promise ends on 17 March instead of the 11th."""
        with freeze(MONDAY):
            holiday(*(date(2026, 3, day) for day in (4, 5, 6, 9)), region=YUZHONG)

    @pytest.fixture
    def handling(self, holidays):
        with freeze(MONDAY):
            handling = accepted_case()
        assert handling.application.promise_due == date(2026, 3, 17)
        return handling

    def cancelled_on(self, day: datetime) -> None:
        with freeze(day):
            back_to_work(*(date(2026, 3, day) for day in (4, 5, 6, 9)), region=YUZHONG)
            drain()

    def test_moves_earlier_while_the_new_one_lies_ahead(self, handling):
        self.cancelled_on(datetime(2026, 3, 10, 9))
        assert fresh(handling).application.promise_due == date(2026, 3, 11)

    @pytest.mark.parametrize("day", [11, 13])
    def test_stands_when_the_new_one_would_be_over(self, handling, day):
        self.cancelled_on(datetime(2026, 3, day, 9))
        assert fresh(handling).application.promise_due == date(2026, 3, 17)

    def test_the_statutory_date_is_the_recomputed_one_all_the_same(self, handling):
        before = handling.statutory_due
        self.cancelled_on(datetime(2026, 3, 13, 9))
        assert fresh(handling).statutory_due < before
        (message,) = Message.objects.all()
        assert "法定期限" in message.text
        assert "承诺期限" not in message.text

    def test_stands_after_every_due_date_was_deleted_and_counted_again(self, handling):
        self.cancelled_on(datetime(2026, 3, 13, 9))
        Application.objects.update(promise_due=None)
        with freeze(datetime(2026, 3, 16)):
            recount(handling.application.uid)
            recount(handling.application.uid)
        assert fresh(handling).application.promise_due == date(2026, 3, 17)

    def test_says_by_which_calendar_it_was_counted(self, handling):
        told_by = handling.application.calendar_version
        with freeze(datetime(2026, 3, 13, 9)):
            self.cancelled_on(datetime(2026, 3, 13, 9))
            after = fresh(handling)
            (promise,) = [one for one in clocks_of(after.application, after) if "承诺" in str(one.label)]
        assert promise.due.due == date(2026, 3, 17)
        assert promise.due.calendar_version == told_by != after.application.calendar_version

    def test_gives_way_to_a_later_one(self, handling):
        self.cancelled_on(datetime(2026, 3, 13, 9))
        with freeze(datetime(2026, 3, 13, 10)):
            holiday(*(date(2026, 3, day) for day in (4, 5, 6, 9, 10)), region=YUZHONG)
            drain()
        assert fresh(handling).application.promise_due == date(2026, 3, 18)

    def test_the_time_of_the_applicant_is_not_taken_away_either(self, city):
        feast = [date(2026, 3, day) for day in (4, 5, 6, 9, 10, 11)]
        with freeze(MONDAY):
            holiday(*feast, region=YUZHONG)
            handling = correcting_case()
        correction = handling.application.corrections.get()
        told = correction.due
        assert told == date(2026, 3, 31)
        with freeze(datetime(2026, 3, 24, 9)):
            back_to_work(*feast, region=YUZHONG)
            drain()
        correction.refresh_from_db()
        assert correction.due == told


def test_the_case_page_shows_what_moved_and_by_which_calendar(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region=YUZHONG)
        drain()
        text = client_of(handling.application.applicant).get(f"/apply/{handling.application.uid}/").content.decode()
    moved = MovedDue.objects.get(clock="promise")
    assert "期限调整" in text
    assert moved.after_version in text
    assert "渝中区区域调整" in text


class TestInBatches:
    @pytest.fixture
    def three(self, city, monkeypatch):
        with freeze(MONDAY):
            three = [accepted_case(by=who) for who in ("qingquan", "yunshang", "zhangxiaoman")]
        monkeypatch.setattr("hall.workdays.batches.BATCH", 2)
        return three

    def promises(self) -> set[date | None]:
        return set(Application.objects.values_list("promise_due", flat=True))

    def test_every_case_is_reached_a_batch_at_a_time(self, three):
        with freeze(MONDAY):
            holiday(date(2026, 3, 4), region=YUZHONG)
            drain()
        assert self.promises() == {date(2026, 3, 12)}
        batches = Event.objects.filter(kind="hall.workdays.BatchToRecount", payload__counted="applications")
        assert [event.payload["after"] for event in batches.order_by("id")] == [0, three[1].application_id]

    def test_other_news_comes_through_between_two_batches(self, three):
        with freeze(MONDAY):
            holiday(date(2026, 3, 4), region=YUZHONG)
            drain(limit=2)
            assert len(self.promises()) == 2
            drain()
        assert self.promises() == {date(2026, 3, 12)}

    def test_a_batch_that_is_done_again_changes_and_tells_nothing(self, three):
        with freeze(MONDAY):
            holiday(date(2026, 3, 4), region=YUZHONG)
            drain()
            told = Message.objects.count()
            Delivery.objects.filter(reaction__endswith="recount_one_batch", event__payload__after__gt=0).update(
                done_at=None
            )
            drain()
        assert Message.objects.count() == told == 3
        assert MovedDue.objects.filter(clock="promise").count() == 3

    def test_a_case_that_cannot_be_counted_holds_up_nobody_and_is_owed_until_it_can(self, three, monkeypatch):
        whole, broken = CountedCases.count, {"is": True}

        def count(self, key):
            if broken["is"] and key == three[0].application_id:
                raise RuntimeError("odd case")
            return whole(self, key)

        monkeypatch.setattr(CountedCases, "count", count)
        with freeze(MONDAY):
            holiday(date(2026, 3, 4), region=YUZHONG)
            drain()
            assert Application.objects.filter(promise_due=date(2026, 3, 11)).count() == 1
            assert Application.objects.filter(promise_due=date(2026, 3, 12)).count() == 2
            assert "odd case" in Delivery.objects.get(done_at=None).problem
            broken["is"] = False
            Delivery.objects.filter(done_at=None).update(due_at=MONDAY.replace(tzinfo=SHANGHAI))
            drain()
        assert self.promises() == {date(2026, 3, 12)}


def test_a_limit_of_any_unit_is_counted_by_the_calendar_of_its_division(city):
    """民法典 Art. 203: an end that falls on a day of rest of the division moves to its next working day."""
    holiday(date(2026, 3, 12), region=YUZHONG)
    ten_days = Limit(10, "natural")
    start = date(2026, 3, 2)
    assert deadlines.period_of(start, ten_days, calendar_for(YUZHONG)).due == date(2026, 3, 13)
    assert deadlines.period_of(start, ten_days, calendar_for(WANZHOU)).due == date(2026, 3, 12)
    month = Limit(1, "month")
    assert deadlines.period_of(date(2026, 2, 12), month, calendar_for(YUZHONG)).due == date(2026, 3, 13)


class TestRoomsWithDatesOfTheirOwn:
    def test_the_day_for_an_answer_moves_and_stands_like_every_date_that_was_told(self, city):
        with freeze(MONDAY):
            handling = accepted_case()
            inquiry = inquire(
                handling.uid, clerk(handling, "examiner"), seen=seen(handling), text="每日营业几小时？", days=5
            )
            assert inquiry.due == date(2026, 3, 9)
            holiday(date(2026, 3, 4), date(2026, 3, 5), region=YUZHONG)
            drain()
        inquiry.refresh_from_db()
        assert inquiry.due == date(2026, 3, 11)
        with freeze(datetime(2026, 3, 10, 9)):
            back_to_work(date(2026, 3, 4), date(2026, 3, 5), region=YUZHONG)
            drain()
        inquiry.refresh_from_db()
        assert inquiry.due == date(2026, 3, 11)

    def test_the_right_to_a_hearing_does_not_lapse_by_a_calendar(self, city):
        with freeze(MONDAY):
            holiday(date(2026, 3, 4), date(2026, 3, 5), region=YUZHONG)
            handling = accepted_case()
            hearing = Hearing.objects.create(
                application=handling.application,
                handling=handling,
                ground=HearingGround.INTERESTS,
                opened_by_uid=clerk(handling, "examiner").uid,
            )
            told = date(2026, 3, 2)
            party = HearingParty.objects.create(
                hearing=hearing, role=PartyRole.APPLICANT, name="重庆清泉浴室有限公司", told_on=told
            )
            application = Application.objects.get(pk=handling.application_id)
            application.enter(Room.HEARING)
            application.save()
            assert request_due(party, YUZHONG) == date(2026, 3, 11)
        with freeze(datetime(2026, 3, 10, 9)):
            back_to_work(date(2026, 3, 4), date(2026, 3, 5), region=YUZHONG)
            drain()
            party = HearingParty.objects.get(pk=party.pk)
            assert request_due(party, YUZHONG) == date(2026, 3, 11)
