"""Exams on the pages (行政许可法 Art. 54): planned, seated, marked from a list that is tried first."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from applications.models import ExamMarks, ExamSitting
from hall.clock import freeze
from tests.applications.views.desk import done, offered, opened
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk, fresh, offering, staff_member
from tests.factories.exams import AFTER, BEFORE, EXAMINER, GOOD, marked, planned, publish_exam, seated

pytestmark = pytest.mark.django_db
EXAMS = "/500103/desk/exams/"


@pytest.fixture
def handling(city):
    publish_exam()
    with freeze(BEFORE):
        return accepted_case()


def own_page(handling):
    application = handling.application
    return client_of(application.applicant).get(f"/{application.hall.code}/apply/{application.uid}/").content.decode()


def test_an_examiner_plans_one(handling):
    written = {"offering": offering().pk, "title": "演示考试二", "held_at": "2026-11-26T09:00", "place": "演示考场"}
    written |= {"subjects": "法规、实务", "seats": "30", "full_mark": "100", "pass_line": "60"}
    with freeze(BEFORE):
        client = client_of(staff_member(EXAMINER))
        assert client.post(EXAMS, {**written, "pass_line": "101"}).status_code == 422
        assert client.post(EXAMS, written).status_code == 302
        assert "演示考试二" in client.get(EXAMS).content.decode()
    assert ExamSitting.objects.get().subjects == ["法规", "实务"]


def test_a_seat_is_given_on_the_page_of_the_case_and_both_sides_read_it(handling):
    with freeze(BEFORE):
        sitting, examiner = planned(), clerk(handling, "examiner")
        assert "enrol" in offered(opened(handling, examiner))
        assert done(handling, examiner, "enrol", sitting=str(sitting.uid)).status_code == 302
        for page in (opened(handling, examiner).content.decode(), own_page(handling)):
            assert "准考证号" in page
            assert "演示考场" in page
        assert "enrol" not in offered(opened(handling, examiner))


def test_marks_are_entered_on_the_page_of_the_case(handling):
    with freeze(BEFORE):
        seated(handling, planned())
    with freeze(AFTER):
        examiner = clerk(handling, "examiner")
        assert "enter_marks" in offered(opened(handling, examiner))
        wrong = {"mark-0": "101", "mark-1": "92"}
        assert done(handling, examiner, "enter_marks", **wrong).status_code == 422
        assert done(handling, examiner, "enter_marks", **{"mark-0": "88", "mark-1": "92"}).status_code == 302
        page = own_page(handling)
        assert "88.00" in page
        assert "合格" in page
        assert "92.00" in page


def test_corrected_the_applicant_reads_both(handling):
    with freeze(BEFORE):
        seated(handling, planned())
    with freeze(AFTER):
        marked(handling, {"法规": "11", "实务": "22"})
        marked(fresh(handling), GOOD, why="合分有误，复核更正。")
        page = own_page(handling)
    for words in ("更正以前的成绩", "11.00", "88.00", "合分有误，复核更正。"):
        assert words in page


@pytest.mark.parametrize("coding", ["utf-8", "gb18030"])
def test_a_list_is_tried_then_entered(handling, coding):
    with freeze(BEFORE):
        sitting = planned()
        seat = seated(handling, sitting)
    page, text = f"{EXAMS}{sitting.uid}/", f"准考证号,法规,实务\r\n{seat.admission_no},88,92\r\n"
    with freeze(AFTER):
        client = client_of(staff_member(EXAMINER))
        tried = client.post(page, {"step": "try", "file": SimpleUploadedFile("成绩.csv", text.encode(coding))})
        assert "登记这些成绩" in tried.content.decode()
        assert not ExamMarks.objects.exists()
        entered = client.post(page, {"step": "enter", "text": tried.context["text"]})
        assert entered.status_code == 302
    assert ExamMarks.objects.get().passed


def test_a_list_with_a_mistake_offers_nothing_to_enter(handling):
    with freeze(BEFORE):
        sitting = planned()
        seated(handling, sitting)
    with freeze(AFTER):
        client = client_of(staff_member(EXAMINER))
        page = client.post(f"{EXAMS}{sitting.uid}/", {"step": "try", "text": "1,2,3"}).content.decode()
        assert "没有这个准考证号" in page
        assert "登记这些成绩" not in page
        assert client.post(f"{EXAMS}{sitting.uid}/", {"step": "enter", "text": "1,2,3"}).status_code == 422
        assert client.post(f"{EXAMS}{sitting.uid}/", {"step": "try"}).status_code == 422
        image = SimpleUploadedFile("成绩.csv", b"\x89PNG\xff\xff")
        assert client.post(f"{EXAMS}{sitting.uid}/", {"step": "try", "file": image}).status_code == 422


@pytest.mark.parametrize(("person", "list_of", "one"), [("yz-wj-window", 403, 404), ("wz-wj-examiner", 200, 404)])
def test_it_is_as_if_absent_for_everybody_else(handling, person, list_of, one):
    with freeze(BEFORE):
        sitting = planned()
    client = client_of(staff_member(person))
    assert client.get(EXAMS).status_code == list_of
    assert "演示考试一" not in client.get(EXAMS).content.decode()
    assert client.get(f"{EXAMS}{sitting.uid}/").status_code == one


def test_the_guide_tells_of_the_exams_to_come(handling):
    guide = f"/500103/items/{offering().task_code}/"
    with freeze(BEFORE):
        assert "考试安排" not in Client().get(guide).content.decode()
        planned()
        page = Client().get(guide).content.decode()
    for words in ("演示考试一", "2026-11-26 09:00", "演示考场", "法规、实务", "60.00分合格"):
        assert words in page
    with freeze(AFTER):
        assert "演示考试一" not in Client().get(guide).content.decode()
