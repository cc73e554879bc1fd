"""The files of a case: fetched by those who work on it, and stopped by them when one holds a state secret."""

import pytest

from hall.audit.models import Entry
from hall.files.models import FileState
from hall.uids import uid7
from tests.applications.views.desk import address, browser_of
from tests.factories.answers import pdf
from tests.factories.cases import clerk, received_case, seen, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def handling(city):
    return received_case()


@pytest.fixture
def material(handling):
    return handling.application.materials.select_related("file").first()


def stop(handling, user, material, reason="文件标有密级。"):
    written = {"version": seen(handling), "reason": reason}
    return browser_of(user).post(address(handling, "materials", material.uid, "withdraw"), written)


def test_a_clerk_of_the_case_fetches_a_file_and_it_is_on_record(handling, material):
    answer = browser_of(clerk(handling, "window")).get(address(handling, "materials", material.uid))
    assert b"".join(answer.streaming_content) == pdf().read()
    assert "attachment" in answer["Content-Disposition"]
    assert Entry.objects.filter(action="files.fetched", subject_uid=material.file.uid).count() == 1


def test_others_fetch_nothing(handling, material, staff, stranger):
    for person in (staff["wz-wj-window"], staff["yz-rs-window"], stranger, handling.application.applicant):
        assert browser_of(person).get(address(handling, "materials", material.uid)).status_code == 404
        assert stop(handling, person, material).status_code == 404


def test_a_file_of_another_case_is_not_found_in_this_one(handling, material):
    other = received_case(by="zhangxiaoman")
    browser = browser_of(clerk(handling, "window"))
    assert browser.get(address(other, "materials", material.uid)).status_code == 404
    assert browser.get(address(handling, "materials", uid7())).status_code == 404


def test_a_paper_is_fetched_once_it_is_printed(handling):
    browser = browser_of(clerk(handling, "window"))
    paper = handling.papers.first()
    assert browser.get(address(handling, "papers", paper.uid)).status_code == 404
    work()
    answer = browser.get(address(handling, "papers", paper.uid))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_secret_is_stopped_for_everybody_and_the_page_says_why(handling, material):
    window = clerk(handling, "window")
    assert stop(handling, window, material).status_code == 302
    material.file.refresh_from_db()
    assert material.file.state == FileState.WITHDRAWN
    browser = browser_of(window)
    page = browser.get(address(handling)).content.decode()
    assert "已停止流转" in page
    assert "文件标有密级。" in page
    assert browser.get(address(handling, "materials", material.uid)).status_code == 404


def test_stopping_needs_a_reason(handling, material):
    answer = stop(handling, clerk(handling, "window"), material, reason="密")
    assert answer.status_code == 422
    assert "至少4个字" in answer.content.decode()
    material.file.refresh_from_db()
    assert material.file.state == FileState.KEPT


def test_stopping_twice_is_told(handling, material):
    window = clerk(handling, "window")
    stop(handling, window, material)
    assert stop(handling, window, material).status_code == 409
