"""A changed calendar is looked at before it is made: who may, what it would move, and then making it."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.models import Application, MovedDue
from hall.audit.models import Entry
from hall.clock import freeze
from hall.errors import Invalid, NotAllowed, NotFound, WrongState
from hall.events.worker import drain
from hall.notifications.models import Message
from hall.uids import uid7
from hall.workdays.changes import Notice, Regional, Removal
from hall.workdays.foreseeing import foresee
from hall.workdays.models import CalendarDay, CalendarProposal, CalendarRevision, ProposalState
from hall.workdays.proposals import apply_proposal, discard_proposal, propose
from hall.workdays.queries import moves_of, still_recounting
from hall.workdays.revisions import current_version
from tests.cast import client_of
from tests.factories.cases import accepted_case, decided_case, fresh, staff_member, work
from tests.hall.workdays.changing import CITY, holiday, notice_of_2027, rest

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
YUZHONG = "500103"
BASIS = "渝府发〔2026〕9号"
STORM = Regional(rest(date(2026, 3, 4), name="暴雨停工"), YUZHONG, BASIS)


@pytest.fixture(autouse=True)
def monday(city):
    with freeze(MONDAY):
        yield


@pytest.fixture
def supervisor(city):
    return staff_member("cq-supervisor")


@pytest.fixture
def handling(city):
    return accepted_case()


@pytest.fixture
def ready(handling, supervisor) -> CalendarProposal:
    return propose_ready(STORM, supervisor)


def propose_ready(change, by) -> CalendarProposal:
    proposal = propose(change, by)
    drain()
    return CalendarProposal.objects.get(uid=proposal.uid)


def told(proposal: CalendarProposal) -> set[tuple[str, str, str]]:
    return {(move.clock, str(move.before), str(move.after)) for move in moves_of(proposal).moves}


def test_the_preview_tells_which_dates_move_from_when_to_when(ready, handling):
    assert (ready.state, ready.examined, ready.moved, ready.failed) == (ProposalState.READY, 1, 1, 0)
    assert ("承诺期限", "2026-03-11", "2026-03-12") in told(ready)
    assert {move.number for move in moves_of(ready).moves} == {handling.application.case_no}


def test_a_preview_moves_nothing_and_tells_nobody(ready, handling):
    after = fresh(handling)
    assert after.application.promise_due == handling.application.promise_due
    assert after.statutory_due == handling.statutory_due
    assert not Message.objects.exists()
    assert not MovedDue.objects.exists()
    assert not Entry.objects.filter(action="recount").exists()
    assert current_version() == ready.base_version


def test_what_was_shown_before_is_what_happens_after(ready, handling, supervisor):
    expected = told(ready)
    apply_proposal(ready.uid, supervisor)
    drain()
    made = {(str(one.get_clock_display()), str(one.before), str(one.after)) for one in MovedDue.objects.all()}
    assert made <= expected
    assert fresh(handling).application.promise_due == date(2026, 3, 12)
    assert Message.objects.count() == 1


def test_publication_and_complaints_are_foreseen_too(supervisor):
    decided_case()
    work()
    proposal = propose(STORM, supervisor)
    drain()
    clocks = {move.clock for move in moves_of(proposal).moves}
    assert {"送达期限", "公示期限"} <= clocks


def test_a_change_of_the_city_looks_at_every_hall_and_one_elsewhere_at_none(handling, supervisor):
    for region, examined in ((CITY, 1), ("500101", 0)):
        proposal = propose(Regional(STORM.rows, region, BASIS), supervisor)
        drain()
        assert CalendarProposal.objects.get(uid=proposal.uid).examined == examined


def test_the_command_tells_the_same_and_writes_nothing(handling):
    before = current_version()
    moves = list(foresee(STORM))
    assert {(move.clock, move.before, move.after) for move in moves} >= {
        ("承诺期限", date(2026, 3, 11), date(2026, 3, 12))
    }
    assert current_version() == before
    assert not CalendarProposal.objects.exists()


def test_cases_are_looked_at_in_batches(supervisor, monkeypatch):
    monkeypatch.setattr("hall.workdays.foreseeing.BATCH", 1)
    for who in ("qingquan", "yunshang"):
        accepted_case(by=who)
    proposal = propose(STORM, supervisor)
    drain(limit=2)
    assert CalendarProposal.objects.get(uid=proposal.uid).state == ProposalState.COUNTING
    drain()
    done = CalendarProposal.objects.get(uid=proposal.uid)
    assert (done.state, done.examined, done.moved) == (ProposalState.READY, 2, 2)


def test_a_case_that_cannot_be_counted_is_told_and_holds_up_nobody(handling, supervisor, monkeypatch):
    def broken(self, key):
        raise RuntimeError("odd case")

    monkeypatch.setattr("applications.actions.counted.CountedCases.count", broken)
    proposal = propose(STORM, supervisor)
    drain()
    done = CalendarProposal.objects.get(uid=proposal.uid)
    assert (done.state, done.failed) == (ProposalState.READY, 1)


def test_a_change_that_is_still_counted_cannot_be_made(handling, supervisor):
    proposal = propose(STORM, supervisor)
    with pytest.raises(WrongState):
        apply_proposal(proposal.uid, supervisor)


def test_a_change_is_made_once(ready, supervisor):
    apply_proposal(ready.uid, supervisor)
    with pytest.raises(WrongState):
        apply_proposal(ready.uid, supervisor)
    with pytest.raises(WrongState):
        discard_proposal(ready.uid, supervisor)
    assert CalendarRevision.objects.filter(reason__contains=BASIS).count() == 1


def test_what_was_counted_on_an_older_calendar_is_counted_anew_first(ready, supervisor):
    holiday(date(2026, 5, 12), region="500101")
    with pytest.raises(WrongState):
        apply_proposal(ready.uid, supervisor)


def test_a_change_that_was_let_go_is_counted_no_further_and_changes_nothing(handling, supervisor):
    proposal = propose(STORM, supervisor)
    discard_proposal(proposal.uid, supervisor)
    drain()
    done = CalendarProposal.objects.get(uid=proposal.uid)
    assert (done.state, done.examined, current_version()) == (ProposalState.DISCARDED, 0, done.base_version)


def test_the_page_knows_whether_dates_are_still_being_counted(ready, supervisor):
    apply_proposal(ready.uid, supervisor)
    ready.refresh_from_db()
    assert still_recounting(ready)
    drain()
    assert not still_recounting(ready)


@pytest.mark.parametrize("who", ["yz-supervisor", "cq-wj-head", "yz-wj-window"])
def test_only_the_citys_supervisor_changes_the_calendar(ready, who):
    user = staff_member(who)
    for deed in (
        lambda: propose(STORM, user),
        lambda: apply_proposal(ready.uid, user),
        lambda: discard_proposal(ready.uid, user),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_what_does_not_exist_and_what_cannot_be_right_is_refused(supervisor):
    with pytest.raises(NotFound):
        apply_proposal(uid7(), supervisor)
    with pytest.raises(Invalid):
        propose(Notice(notice_of_2027()[3:], 2027, "缺页的通知"), supervisor)
    with pytest.raises(Invalid):
        propose(Regional([*STORM.rows, *STORM.rows], YUZHONG, BASIS), supervisor)


class TestTakingADayBack:
    @pytest.fixture
    def storm(self, handling, supervisor):
        """The storm's day is in the calendar, and the promise was moved by it."""
        apply_proposal(propose_ready(STORM, supervisor).uid, supervisor)
        drain()
        assert fresh(handling).application.promise_due == date(2026, 3, 12)

    def test_it_is_looked_at_first_and_the_dates_go_back(self, storm, handling, supervisor):
        proposal = propose_ready(Removal(STORM.rows, YUZHONG, "停工令解除"), supervisor)
        assert ("承诺期限", "2026-03-12", "2026-03-11") in told(proposal)
        assert fresh(handling).application.promise_due == date(2026, 3, 12)
        apply_proposal(proposal.uid, supervisor)
        drain()
        assert fresh(handling).application.promise_due == date(2026, 3, 11)
        assert not CalendarDay.objects.filter(region=YUZHONG).exists()
        assert Entry.objects.filter(action="workdays.calendar_changed").count() == 2
        assert "停工令解除" in CalendarRevision.objects.latest().reason

    def test_what_is_not_there_cannot_be_taken_back(self, supervisor):
        with pytest.raises(Invalid):
            propose(Removal(STORM.rows, YUZHONG, BASIS), supervisor)

    def test_it_is_ticked_on_the_page(self, storm, supervisor):
        browser = client_of(supervisor)
        assert "暴雨停工" in browser.get("/calendar/changes/").content.decode()
        day = CalendarDay.objects.get(region=YUZHONG)
        answer = browser.post("/calendar/changes/", {"do": "remove", "days": [day.pk], "notice": "停工令解除"})
        assert answer.status_code == 302
        proposal = CalendarProposal.objects.latest("id")
        assert (proposal.removes, proposal.region, len(proposal.rows)) == (True, YUZHONG, 1)
        assert "取消" in browser.get(answer["Location"]).content.decode()

    @pytest.mark.parametrize("sent", [{}, {"days": ["0"], "notice": "停工令解除"}, {"days": [], "notice": "x"}])
    def test_what_is_missing_is_told(self, storm, supervisor, sent):
        assert client_of(supervisor).post("/calendar/changes/", {"do": "remove", **sent}).status_code == 422

    def test_one_region_at_a_time(self, storm, supervisor):
        holiday(date(2026, 5, 12), region="500101")
        days = [one.pk for one in CalendarDay.objects.exclude(region="")]
        sent = {"do": "remove", "days": days, "notice": "停工令解除"}
        assert client_of(supervisor).post("/calendar/changes/", sent).status_code == 422


class TestOnThePage:
    ADDRESS = "/calendar/changes/"
    CSV = "date,name,is_off_day\n2026-03-04,暴雨停工,1\n"

    def upload(self, browser, text=CSV, **told):
        return browser.post(self.ADDRESS, {"region": YUZHONG, "notice": BASIS, "table": file(text), **told})

    def test_a_table_is_uploaded_looked_at_and_made(self, handling, supervisor):
        browser = client_of(supervisor)
        answer = self.upload(browser)
        assert answer.status_code == 302
        assert "正在核算" in browser.get(answer["Location"]).content.decode()
        drain()
        text = browser.get(answer["Location"]).content.decode()
        assert "2026-03-11" in text
        assert "2026-03-12" in text
        assert "渝中区" in text
        assert browser.post(answer["Location"] + "apply/").status_code == 302
        drain()
        assert Application.objects.get(pk=handling.application_id).promise_due == date(2026, 3, 12)
        assert "已启用" in browser.get(answer["Location"]).content.decode()

    @pytest.mark.parametrize(
        ("told", "word"),
        [
            ({"notice": ""}, "文号"),
            ({"region": "", "year": ""}, "请填写放假通知的年份"),
            ({"region": "999999"}, "适用范围"),
            ({"region": "", "year": "2027"}, "不属于2027年"),
            ({"text": "no,columns\n1,2\n"}, "缺少列"),
            ({"text": "date,name,is_off_day\n2026-02-30,春节,1\n"}, "第2行"),
            ({"text": "date,name,is_off_day\n2026-03-04,停\x00工,1\n"}, "第2行"),
            ({"text": f"date,name,is_off_day\n2026-03-04,{'长' * 61},1\n"}, "第2行"),
            ({"text": "date,name,is_off_day\n" + "2026-03-04,停工,1\n" * 2}, "两次"),
            ({"text": "x" * 200_000}, "过大"),
        ],
    )
    def test_what_cannot_be_taken_is_told_beside_its_field(self, supervisor, told, word):
        answer = self.upload(client_of(supervisor), **told)
        assert answer.status_code == 422
        assert word in answer.content.decode()
        assert not CalendarProposal.objects.exists()

    def test_a_district_reads_and_changes_nothing(self, ready):
        browser = client_of(staff_member("yz-supervisor"))
        text = browser.get(self.ADDRESS).content.decode()
        assert BASIS in text
        assert "上传并核算" not in text
        assert self.upload(browser).status_code == 403
        assert browser.get(f"{self.ADDRESS}{ready.uid}/").status_code == 403
        assert browser.post(f"{self.ADDRESS}{ready.uid}/apply/").status_code == 403

    def test_moves_are_paged(self, ready, supervisor, monkeypatch):
        monkeypatch.setattr("hall.workdays.queries.PAGE", 1)
        browser = client_of(supervisor)
        first = browser.get(f"{self.ADDRESS}{ready.uid}/")
        assert "下一页" in first.content.decode()
        assert browser.get(f"{self.ADDRESS}{ready.uid}/?after=x").status_code == 400
        following = moves_of(ready).following
        assert following
        assert moves_of(ready, following).moves[0].pk > following

    def test_who_looked_at_the_moves_is_on_the_trail(self, ready, supervisor, handling):
        client_of(supervisor).get(f"{self.ADDRESS}{ready.uid}/")
        entry = Entry.objects.get(action="workdays.change_read")
        assert set(entry.shown) == {str(handling.application.uid)}


def file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("days.csv", text.encode(), content_type="text/csv")
