"""A whole case as one PDF: contents, check-list, papers and materials, bound once (domain.md §2.3)."""

import io
import re
from datetime import datetime
from typing import Any

import pytest
from pypdf import PdfReader

from applications.actions import bind_case_file as bind
from applications.actions.bind_case_file import ask_case_file, bind_case_file
from applications.actions.print_batch import print_batch
from applications.documents.parts import Part, as_pdf, bound
from applications.documents.pressing import pressed
from applications.models import CaseFile
from applications.queries.archive_checklist import checklist_of
from applications.queries.desk.prints import chosen, print_page, printable_by
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed
from hall.events.worker import drain
from hall.files.queries import open_bytes
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, delivered_case, seen, work
from tests.hall.files.samples import picture

pytestmark = pytest.mark.django_db
PUBLISHED = "应当公开的决定已经公开"


def reading(pdf: Any) -> Any:
    """The bound pages, untyped: the library's outlines nest as deep as one likes."""
    return PdfReader(io.BytesIO(pdf))


def content_of(asked: Any) -> bytes:
    return open_bytes(asked.file)


def text_of(pdf):
    return "".join("".join(page.extract_text() for page in reading(pdf).pages).split())


def test_the_file_lists_and_holds_everything(real_papers, city):
    handling = delivered_case()
    asked = ask_case_file(handling.uid, clerk(handling, "window"), seen=seen(handling))
    drain()
    asked.refresh_from_db()
    pdf = content_of(asked)
    text = text_of(pdf)
    for words in ["卷内目录", "归档检查", "受理通知书", "准予行政许可决定书", handling.application.case_no]:
        assert words in text
    for material in handling.application.materials.all():
        assert "".join(material.name.split()) in text
    assert asked.pages == len(reading(pdf).pages)
    # The sample materials are no readable PDF: they are listed, and said not to be bound.
    assert len(reading(pdf).outline) == 1 + handling.papers.count()
    assert text.count("未装订") == handling.application.materials.count()


def test_the_page_of_the_contents_is_the_page_of_the_part(city):
    handling = delivered_case()
    asked = ask_case_file(handling.uid, clerk(handling, "window"), seen=seen(handling))
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []

        def listening(html, *, mark):
            printed.append(html)
            return pressed(html, mark=mark)

        patch.setattr(bind, "pressed", listening)
        bind_case_file(asked.uid)
    asked.refresh_from_db()
    reader = reading(content_of(asked))
    told = re.findall(r'class="figure">(\d+)</td></tr>', printed[-1].split("二、归档检查")[0])
    pages = [reader.get_destination_page_number(entry) + 1 for entry in reader.outline]
    assert [int(page) for page in told] == pages[1:]


def test_asked_twice_it_is_bound_once(city):
    handling = delivered_case()
    user = clerk(handling, "window")
    first, second = (ask_case_file(handling.uid, user, seen=seen(handling)) for _ in range(2))
    assert first == second
    assert bind_case_file(first.uid).file == bind_case_file(first.uid).file
    assert CaseFile.objects.count() == 1


def test_nobody_else_may_ask(city, wz_wj_window, stranger):
    handling = delivered_case()
    for person in (wz_wj_window, stranger, handling.application.applicant):
        with refused(handling, NotAllowed):
            ask_case_file(handling.uid, person, seen=seen(handling))


def test_the_check_list_of_a_good_case_has_nothing_unmet(city):
    points = checklist_of(delivered_case())
    assert [point.text for point in points if point.met is False] == []
    assert [point.text for point in points if point.pending] == [PUBLISHED]
    assert len(points) == 8


# Decided on a Tuesday: the seventh working day is Thursday of the next week.
@pytest.mark.parametrize(("day", "met", "pending"), [(12, None, True), (13, False, False)])
def test_while_the_days_of_publication_run_nothing_is_amiss(city, day, met, pending):
    with freeze(datetime(2026, 3, 3, 10)):
        handling = delivered_case()
    with freeze(datetime(2026, 3, day, 10)):
        (point,) = [point for point in checklist_of(handling) if point.text == PUBLISHED]
    assert (point.met, point.pending) == (met, pending)
    assert point.note == ("最迟2026年3月12日（星期四）" if pending else "")


def test_an_undecided_case_is_not_judged_by_its_decision(city):
    points = {point.text: point.met for point in checklist_of(accepted_case())}
    assert points["决定内容完整，有日期和签章"] is None


def test_a_photograph_becomes_a_page_and_what_is_none_becomes_nothing():
    assert len(reading(as_pdf(picture("JPEG"), "image/jpeg")).pages) == 1
    assert as_pdf(b"not a picture", "image/jpeg") is None
    assert as_pdf(b"%PDF-1.7 broken", "application/pdf") is None
    assert as_pdf(b"PK", "application/ofd") is None


def test_parts_keep_their_order():
    page = as_pdf(picture("JPEG"), "image/jpeg")
    assert page
    whole = reading(bound([Part("甲", page), Part("乙", page)]))
    assert [entry.title for entry in whole.outline] == ["甲", "乙"]


def test_papers_are_printed_together_and_remembered(city):
    handling = accepted_case()
    work()
    window = clerk(handling, "window")
    found = printable_by(window, handling.hall)
    papers = print_page(found).papers
    assert {paper.application for paper in papers} == {handling.application}
    pdf = print_batch(chosen(found, [str(paper.uid) for paper in papers]), window, handling.hall)
    assert len(reading(pdf).outline) == len(papers)
    assert print_page(found).papers == []
    assert len(print_page(found, again=True).papers) == len(papers)


def test_another_departments_papers_are_not_there_to_print(city, yz_rs_window, wz_wj_window):
    handling = accepted_case()
    work()
    uids = [str(paper.uid) for paper in handling.papers.all()]
    for person in (yz_rs_window, wz_wj_window, clerk(handling, "examiner")):
        assert chosen(printable_by(person, handling.hall), uids) == []


def test_nothing_ticked_is_told(city):
    handling = accepted_case()
    with pytest.raises(Incomplete):
        print_batch([], clerk(handling, "window"), handling.hall)
