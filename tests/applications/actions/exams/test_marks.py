"""Marks decide (行政许可法 Art. 54): entered by the organ, by hand or from a list; corrected ones stay on file."""

import pytest

from applications.actions.exams import enter_marks
from applications.actions.import_marks import import_marks, try_marks
from applications.models import AllocationResult, ExamMarks
from applications.queries.allocation import grounds_offered
from hall.clock import freeze
from hall.errors import Incomplete, Invalid, NotAllowed, TooLarge, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, decide, examine, fresh, seen, staff_member
from tests.factories.exams import AFTER, BAD, BEFORE, EXAMINER, GOOD, marked, planned, publish_exam, seated

pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting(city):
    publish_exam()
    with freeze(BEFORE):
        return planned()


@pytest.fixture
def handling(sitting):
    with freeze(BEFORE):
        found = accepted_case()
        seated(found, sitting)
        return fresh(found)


def test_who_reached_the_line_in_every_subject_may_be_granted(handling):
    with freeze(AFTER):
        handling = examine(handling)
        with refused(handling, Incomplete):
            decide(handling)
        assert marked(handling, GOOD).passed
        result = AllocationResult.objects.get()
        assert (result.favourable, result.file, result.outcome) == (True, None, "法规88.00分，实务92.50分")
        assert decide(fresh(handling)).decision.granted


def test_who_missed_it_in_one_is_denied_for_that(handling):
    with freeze(AFTER):
        assert not marked(handling, BAD).passed
        handling = examine(fresh(handling))
        with refused(handling, Incomplete):
            decide(handling)
        assert "第五十四条" in grounds_offered(fresh(handling))[0].basis
        assert not decide(fresh(handling), granted=False).decision.granted


def test_who_did_not_come_has_not_passed(handling):
    with freeze(AFTER):
        entered = marked(handling, {}, absent=True)
    assert (entered.passed, entered.marks) == (False, None)
    assert AllocationResult.objects.get().outcome == "缺考"


def test_corrected_they_are_replaced_with_a_reason_and_stay_on_file(handling):
    with freeze(AFTER):
        marked(handling, BAD)
        handling = fresh(handling)
        with refused(handling, Incomplete) as told:
            marked(handling, GOOD)
        assert "why" in told.value.fields
        marked(handling, GOOD, why="合分有误，复核更正。")
    assert [one.passed for one in ExamMarks.objects.order_by("id")] == [False, True]
    assert ExamMarks.objects.get(replaced_at=None).why == "合分有误，复核更正。"
    assert AllocationResult.objects.get(replaced_at=None).favourable
    assert AllocationResult.objects.count() == 2


@pytest.mark.parametrize("mark", ["", "-1", "100.01", "八十", "NaN", "1e1000000", "88.555", "Infinity"])
def test_each_subject_has_a_mark_that_there_can_be(handling, mark):
    with freeze(AFTER), refused(handling, Incomplete) as told:
        marked(handling, {"法规": mark, "实务": "90"})
    assert list(told.value.fields) == ["mark-0"]


def test_before_the_exam_there_are_none(handling):
    with freeze(BEFORE), refused(handling, WrongState):
        marked(handling, GOOD)


def test_without_a_seat_there_are_none(sitting):
    with freeze(AFTER):
        other = accepted_case(by="zhangxiaoman")
        with refused(other, WrongState):
            marked(other, GOOD)


def test_after_the_decision_there_are_none(handling):
    with freeze(AFTER):
        marked(handling, GOOD)
        handling = decide(examine(fresh(handling)))
        with refused(handling, WrongState):
            marked(handling, BAD, why="复核更正。")


@pytest.mark.parametrize("role", ["window", "signer", "cert"])
def test_only_an_examiner_enters_them(handling, role):
    with freeze(AFTER), refused(handling, NotAllowed):
        enter_marks(handling.uid, clerk(handling, role), seen=seen(handling), marks=GOOD)


def test_they_are_sealed_and_in_no_event(handling):
    with freeze(AFTER):
        marked(handling, {"法规": "77.31", "实务": "92"})
    raw = ExamMarks.objects.extra(select={"raw": "marks::text"}).values_list("raw", flat=True)[0]
    assert "77.31" not in raw
    assert "77.31" not in str(list(Event.objects.values_list("payload", flat=True)))


class TestAList:
    @pytest.fixture
    def seats(self, sitting):
        with freeze(BEFORE):
            return [seated(accepted_case(by=who), sitting) for who in ("qingquan", "zhangxiaoman", "yunshang")]

    def text(self, seats, *rows):
        return "准考证号,法规,实务\n" + "\n".join(
            f"{seat.admission_no},{row}" for seat, row in zip(seats, rows, strict=False)
        )

    def test_is_tried_and_writes_nothing(self, sitting, seats):
        with freeze(AFTER):
            lines = try_marks(sitting, staff_member(EXAMINER), self.text(seats, "88,92", "10,90", "缺考"))
        assert [(one.passed, one.absent, one.problem) for one in lines] == [
            (True, False, ""),
            (False, False, ""),
            (False, True, ""),
        ]
        assert not ExamMarks.objects.exists()

    def test_is_entered_whole_and_again_changes_nothing(self, sitting, seats):
        told = self.text(seats, "88,92", "10,90", "缺考")
        with freeze(AFTER):
            assert import_marks(sitting, staff_member(EXAMINER), told) == 3
            assert import_marks(sitting, staff_member(EXAMINER), told) == 0
        assert ExamMarks.objects.filter(passed=True).count() == 1
        assert ExamMarks.objects.exclude(source="").count() == ExamMarks.objects.count() == 3

    def test_imported_by_two_at_once_is_entered_once(self, sitting, seats):
        """Whoever waited for the lock has tried a list that was not on record yet."""
        handling = seats[0].application.handlings.get()
        with freeze(AFTER):
            for _who in ("first", "second"):
                entered = enter_marks(
                    handling.uid,
                    staff_member(EXAMINER),
                    seen=None,
                    marks=dict(zip(sitting.subjects, ("88.00", "92.00"), strict=True)),
                    source="list",
                )
        assert ExamMarks.objects.get() == entered

    @pytest.mark.parametrize("wrong", ["88", "88,92,90", "88,101", "88,", "88,,92", "x,y", "缺考,90"])
    def test_with_one_wrong_line_enters_none(self, sitting, seats, wrong):
        with freeze(AFTER), pytest.raises(Invalid, match="第3行"):
            import_marks(sitting, staff_member(EXAMINER), self.text(seats, "88,92", wrong, "缺考"))
        assert not ExamMarks.objects.exists()

    def test_names_strange_and_doubled_numbers(self, sitting, seats):
        number = seats[0].admission_no
        with freeze(AFTER):
            lines = try_marks(sitting, staff_member(EXAMINER), f"{number},1,2\n{number},3,4\n99,5,6")
        assert all(one.problem for one in lines)

    def test_that_corrects_says_why(self, sitting, seats):
        with freeze(AFTER):
            examiner = staff_member(EXAMINER)
            import_marks(sitting, examiner, self.text(seats, "88,92"))
            again = self.text(seats, "58,92")
            assert try_marks(sitting, examiner, again)[0].corrects
            with pytest.raises(Incomplete):
                import_marks(sitting, examiner, again)
            assert import_marks(sitting, examiner, again, why="复核更正。") == 1
        assert AllocationResult.objects.get(replaced_at=None).favourable is False

    @pytest.mark.parametrize("text", ["", " \n", "准考证号,法规,实务", '"没有结束'])
    def test_that_is_none_is_refused(self, sitting, seats, text):
        with freeze(AFTER), pytest.raises(Invalid):
            try_marks(sitting, staff_member(EXAMINER), text)

    def test_that_is_too_long_is_refused(self, sitting, seats):
        with freeze(AFTER), pytest.raises(TooLarge):
            try_marks(sitting, staff_member(EXAMINER), "1,2,3\n" * 100_000)

    def test_is_not_for_whoever_does_not_examine(self, sitting, seats):
        with freeze(AFTER), pytest.raises(Invalid, match="不能由您"):
            import_marks(sitting, staff_member("yz-wj-signer"), self.text(seats, "88,92"))
