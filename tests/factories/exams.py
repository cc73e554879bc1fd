"""演示: an item that is decided by an exam, published before any case of it begins, and a sitting of it.

publish_exam()
sitting = planned()
seat = seated(accepted_case(), sitting)
"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from applications.actions.exams import enrol, enter_marks, plan_sitting
from applications.models import ExamMarks, ExamSeat, ExamSitting
from hall.clock import SHANGHAI
from tests.factories.cases import Reached, clerk, offering, publish, seen, staff_member
from tests.factories.snapshots import kept

TOLD = {"conditions": "年满十八周岁。", "method": "网上报名。", "subjects": "法规、实务。", "syllabus": "见演示大纲。"}
BEFORE = datetime(2026, 11, 24, 9)
HELD_AT = datetime(2026, 11, 26, 9, tzinfo=SHANGHAI)
AFTER = datetime(2026, 11, 27, 9)
GOOD, BAD = {"法规": "88", "实务": "92.5"}, {"法规": "59.99", "实务": "100"}
EXAMINER = "yz-wj-examiner"


@kept
def publish_exam() -> None:
    publish(allocation="exam", exam=TOLD)


def plan(**changes: Any) -> dict[str, Any]:
    usual = {"title": "演示考试一", "held_at": HELD_AT, "place": "演示考场", "subjects": ["法规", "实务"], "seats": 30}
    return {**usual, "full_mark": Decimal(100), "pass_line": Decimal(60), "offering": offering(), **changes}


@kept
def planned(**changes: Any) -> ExamSitting:
    return plan_sitting(staff_member(EXAMINER), **plan(**changes))


@kept
def seated(handling: Reached, sitting: ExamSitting) -> ExamSeat:
    return enrol(handling.uid, clerk(handling, "examiner"), seen=seen(handling), sitting=sitting.uid)


@kept
def marked(handling: Reached, marks: dict[str, str], **told: Any) -> ExamMarks:
    return enter_marks(handling.uid, clerk(handling, "examiner"), seen=seen(handling), marks=marks, **told)
