"""Requests in clearly unreasonable number: why, not handled, or answered later (条例 Art. 35)."""

from datetime import date, datetime, time

import pytest

from hall.accounts.models import Duty
from hall.audit.models import Entry
from hall.clock import freeze
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, TooLate, WrongState
from hall.notifications.models import Message
from hall.organisations.models import Department
from hall.workdays.calendars import calendar_for
from tests.cast import client_of
from tests.disclosure.making import give
from tests.requests.making import (
    PROVIDED,
    again,
    answered,
    checker,
    checking,
    discloser,
    head,
    person,
    received,
    submitted,
)
from tracking.requests.actions.answering import send_back, send_to_check
from tracking.requests.actions.applicant import give_reasons, supplement
from tracking.requests.actions.excess import ask_reasons, delay, leave_unhandled
from tracking.requests.actions.handle import ask_supplement, extend
from tracking.requests.actions.recount import CountedRequests
from tracking.requests.kinds import PaperKind
from tracking.requests.lifecycle import RequestState
from tracking.requests.limits import reasons_until, running
from tracking.requests.models import InfoRequest
from tracking.requests.queries import row_of, so_many

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
MANY = "同一内容拆成多件反复申请。"
WHY = "用于课题研究，需要逐年比较。"
DESK = "/500103/requests/desk/"


@pytest.fixture(autouse=True)
def _two_are_not_many(settings):
    settings.HALL_REQUEST_MANY = 2


def at(day: date):
    return freeze(datetime.combine(day, time(9, 0)))


def third() -> InfoRequest:
    """One more than the two that are not many."""
    for _number in range(2):
        submitted()
    return received()


def reasoned(*, given: bool = False) -> InfoRequest:
    request = third()
    request = ask_reasons(request.uid, discloser(), seen=request.version, asked=MANY)
    return give_reasons(request.uid, person(), seen=request.version, given=WHY) if given else request


def told_in(request: InfoRequest, kind: PaperKind) -> str:
    paper = request.papers.get(kind=kind)
    assert paper.for_applicant
    return "".join(paper.content["sentences"])


class TestAskingForReasons:
    def test_it_tells_how_many_and_until_when_and_the_days_to_answer_run_on(self, city):
        with freeze(MONDAY):
            request = reasoned()
        words = told_in(request, PaperKind.REASONS)
        for part in ("已向本机关提出3件", MANY, "第三十五条", "请于2026年3月16日"):
            assert part in words
        assert (request.state, request.due) == (RequestState.RECEIVED, date(2026, 3, 30))
        assert reasons_until(request, calendar_for("500103")) == date(2026, 3, 16)
        assert "需要说明理由" in Message.objects.filter(subject_uid=request.uid).latest("id").text
        assert Entry.objects.filter(action="ReasonsAsked", subject_uid=request.uid).count() == 1

    def test_only_of_whoever_has_more_than_the_number_that_is_configured(self, city, settings):
        with freeze(MONDAY):
            submitted()
            submitted()
        with at(date(2026, 4, 2)):
            # The first two are more than thirty days old.
            request = received()
            assert so_many(request) == (1, date(2026, 3, 3))
            with pytest.raises(WrongState, match="没有超过合理范围"):
                ask_reasons(request.uid, discloser(), seen=request.version, asked=MANY)
            settings.HALL_REQUEST_MANY = 0
            ask_reasons(request.uid, discloser(), seen=request.version, asked=MANY)

    def test_what_went_to_another_organ_or_from_somebody_else_does_not_count(self, city, applicant_li):
        submitted(user=applicant_li)
        submitted(department=Department.objects.filter(hall__code="500103").exclude(kind="卫生健康")[0])
        assert so_many(received())[0] == 1

    def test_once_in_words_and_by_whoever_handles_it(self, city, wz_discloser):
        request = third()
        for user in (head(), checker(), person(), wz_discloser):
            with pytest.raises(NotAllowed):
                ask_reasons(request.uid, user, seen=request.version, asked=MANY)
        with pytest.raises(Incomplete):
            ask_reasons(request.uid, discloser(), seen=request.version, asked=" ")
        request = ask_reasons(request.uid, discloser(), seen=request.version, asked=MANY)
        with pytest.raises(WrongState, match="已经要求过"):
            ask_reasons(request.uid, discloser(), seen=request.version, asked=MANY)

    def test_the_organ_may_answer_all_the_same(self, city):
        request = reasoned()
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
        assert request.state == RequestState.CHECKING


class TestGivingReasons:
    def test_the_applicant_says_why_once(self, city, applicant_li):
        request = reasoned()
        with pytest.raises(NotFound):
            give_reasons(request.uid, applicant_li, seen=request.version, given=WHY)
        with pytest.raises(Incomplete):
            give_reasons(request.uid, person(), seen=request.version, given=" ")
        request = give_reasons(request.uid, person(), seen=request.version, given=WHY)
        assert request.reasons_given == WHY
        with pytest.raises(WrongState):
            give_reasons(request.uid, person(), seen=request.version, given=WHY)

    def test_also_while_an_answer_is_checked_since_it_may_come_back_and_the_days_run(self, city):
        with freeze(MONDAY):
            request = reasoned()
            request = send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
            own = f"/500103/requests/{request.uid}/"
            assert "提交理由" in client_of(person()).get(own).content.decode()
            request = give_reasons(request.uid, person(), seen=request.version, given=WHY)
        assert (request.state, request.reasons_given) == (RequestState.CHECKING, WHY)

    def test_not_where_nobody_asked_nor_once_it_is_answered(self, city):
        for request in (received(), checking(), answered()):
            with pytest.raises(WrongState):
                give_reasons(request.uid, person(), seen=request.version, given=WHY)

    def test_a_supplement_comes_first_and_the_days_for_reasons_begin_with_it(self, city):
        with freeze(MONDAY):
            request = reasoned()
            request = ask_supplement(request.uid, discloser(), seen=request.version, asked="哪一类场所。", days=10)
        with at(date(2026, 3, 16)):
            request = supplement(request.uid, person(), seen=request.version, given="游泳场所。")
            assert reasons_until(request, calendar_for("500103")) == date(2026, 3, 30)
            assert give_reasons(request.uid, person(), seen=request.version, given=WHY).reasons_given


class TestNotHandled:
    def test_unreasonable_reasons_end_it_with_the_remedies(self, city):
        request = reasoned(given=True)
        request = leave_unhandled(request.uid, head(), seen=request.version, reason="理由与所申请的信息无关。")
        assert (request.state, bool(request.ended_at)) == (RequestState.UNHANDLED, True)
        words = told_in(request, PaperKind.UNHANDLED)
        for part in ("说明的理由不合理：理由与所申请的信息无关。", "第三十五条", "不予处理", "行政复议"):
            assert part in words
        assert "不予处理" in Message.objects.filter(subject_uid=request.uid).latest("id").text
        assert row_of(request).lamp is None

    def test_silence_ends_it_only_after_the_last_day_for_the_reasons(self, city):
        with freeze(MONDAY):
            request = reasoned()
        with at(date(2026, 3, 16)), pytest.raises(WrongState, match="期限还没有届满"):
            leave_unhandled(request.uid, head(), seen=request.version, reason="没有说明。")
        with at(date(2026, 3, 17)):
            request = leave_unhandled(request.uid, head(), seen=request.version, reason="明显属于反复申请。")
        assert "逾期没有说明理由" in told_in(request, PaperKind.UNHANDLED)
        page = client_of(person()).get(f"/500103/requests/{request.uid}/").content.decode()
        assert "不予处理" in page
        assert "理由不合理" not in page

    def test_late_reasons_are_heard_until_it_is_decided(self, city):
        with freeze(MONDAY):
            request = reasoned()
        with at(date(2026, 3, 18)):
            assert give_reasons(request.uid, person(), seen=request.version, given=WHY).reasons_given_on

    def test_what_was_drafted_before_passes_for_no_answer(self, city):
        request = reasoned(given=True)
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
        request = send_back(request.uid, checker(), seen=request.version, remark="理由不成立，不予处理。")
        request = leave_unhandled(request.uid, head(), seen=request.version, reason="理由不成立。")
        page = client_of(discloser()).get(f"{DESK}{request.uid}/").content.decode()
        assert ("<h2>起草的答复</h2>" in page, "<h2>答复</h2>" in page) == (True, False)
        page = client_of(person()).get(f"/500103/requests/{request.uid}/").content.decode()
        assert "起草的答复" not in page
        assert "<h2>答复</h2>" in client_of(discloser()).get(f"{DESK}{answered().uid}/").content.decode()

    def test_not_without_asking_first(self, city):
        request = third()
        with pytest.raises(WrongState, match="没有要求申请人说明理由"):
            leave_unhandled(request.uid, head(), seen=request.version, reason="太多。")

    def test_the_head_decides_and_nobody_who_asked(self, city):
        request = reasoned(given=True)
        for user in (discloser(), checker(), person()):
            with pytest.raises(NotAllowed):
                leave_unhandled(request.uid, user, seen=request.version, reason="太多。")
        give(discloser(), Duty.HEAD)
        with pytest.raises(NotAllowed, match="您要求了申请人说明理由"):
            leave_unhandled(request.uid, discloser(), seen=request.version, reason="太多。")
        with pytest.raises(Incomplete):
            leave_unhandled(request.uid, head(), seen=request.version, reason="")


class TestDelay:
    def test_reasonable_reasons_may_put_the_answer_off_and_the_date_is_explained(self, city):
        with freeze(MONDAY):
            request = reasoned(given=True)
            request = delay(request.uid, head(), seen=request.version, days=30, reason="涉及三个年度的档案。")
        assert request.due == date(2026, 5, 14)
        period = running(request, calendar_for("500103"))
        assert (period.due, period.limit.days) == (request.due, 50)
        words = told_in(request, PaperKind.DELAY)
        for part in ("延迟30个工作日，至2026年5月14日", "第三十五条", "涉及三个年度的档案。"):
            assert part in words
        InfoRequest.objects.filter(pk=request.pk).update(due=date(2000, 1, 1))
        CountedRequests().count(request.pk)
        assert again(request).due == request.due

    @pytest.mark.parametrize("days", [0, -1, 61])
    def test_no_further_than_is_configured(self, city, days):
        request = reasoned(given=True)
        with pytest.raises(Invalid) as told:
            delay(request.uid, head(), seen=request.version, days=days, reason="档案多。")
        assert list(told.value.fields) == ["days"]

    def test_once_by_the_head_after_reasons_and_before_the_last_day(self, city):
        with freeze(MONDAY):
            request = reasoned()
            with pytest.raises(WrongState, match="说明了合理的理由"):
                delay(request.uid, head(), seen=request.version, days=10, reason="档案多。")
            request = give_reasons(request.uid, person(), seen=request.version, given=WHY)
            for user in (discloser(), checker(), person()):
                with pytest.raises(NotAllowed):
                    delay(request.uid, user, seen=request.version, days=10, reason="档案多。")
        with at(date(2026, 3, 31)), pytest.raises(TooLate):
            delay(request.uid, head(), seen=request.version, days=10, reason="档案多。")
        with at(date(2026, 3, 30)):
            request = delay(request.uid, head(), seen=request.version, days=10, reason="档案多。")
            for more in (lambda: delay(request.uid, head(), seen=request.version, days=10, reason="还要更久。"),
                         lambda: extend(request.uid, head(), seen=request.version, reason="还要更久。")):  # fmt: skip
                with pytest.raises(WrongState, match="只能一次，也不再延长"):
                    more()


def test_it_goes_over_the_pages(city):
    request, client, own = third(), client_of(discloser()), f"/500103/requests/{InfoRequest.objects.latest('id').uid}/"
    address = f"{DESK}{request.uid}/"
    assert "要求申请人说明理由" in client.get(address).content.decode()
    assert "提交理由" not in client_of(person()).get(own).content.decode()
    client.post(f"{address}reasons/", {"version": request.version, "asked": MANY})
    page = client_of(person()).get(own).content.decode()
    assert "提交理由" in page
    assert MANY in page
    assert client_of(person()).post(f"{own}reasons/", {"version": again(request).version}).status_code == 422
    client_of(person()).post(f"{own}reasons/", {"version": again(request).version, "given": WHY})
    page = client_of(head()).get(address).content.decode()
    for part in (WHY, "确定延迟答复的期限", "告知不予处理"):
        assert part in page
    assert "告知不予处理" not in client.get(address).content.decode()
    said = {"version": again(request).version, "days": "500", "reason": "档案多。"}
    assert client_of(head()).post(f"{address}delay/", said).status_code == 422
    client_of(head()).post(f"{address}delay/", said | {"days": "20"})
    assert "已延迟20个工作日" in client_of(person()).get(own).content.decode()
    said = {"version": again(request).version, "reason": "理由不成立。"}
    client_of(head()).post(f"{address}unhandled/", said)
    assert "理由不成立。" in client_of(person()).get(own).content.decode()
    assert '<span class="tag">不予处理</span>' in client.get(f"{DESK}?state=done").content.decode()


def test_a_stranger_finds_no_request_to_give_reasons_for(city, applicant_li):
    request = reasoned()
    said = {"version": request.version, "given": WHY}
    assert client_of(applicant_li).post(f"/500103/requests/{request.uid}/reasons/", said).status_code == 404
    assert again(request).reasons_given == ""
