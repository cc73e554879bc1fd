"""The pages of a notice of a violation: written in one hall, answered in another, listed in both."""

import pytest

from applications.models import ViolationNotice
from hall.uids import uid7
from tests.applications.actions.test_violations import TOLD
from tests.applications.views.desk import browser_of
from tests.factories.cases import clerk, staff_member, work
from tests.factories.licences import licensed
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db


def test_from_the_one_hall_to_the_other_and_back(city):
    handling, licence = licensed()
    sender, answers = browser_of(staff_member("wz-wj-examiner")), browser_of(clerk(handling, "examiner"))
    form = sender.get("/500101/desk/violations/new/").context["form"]
    written = {
        **TOLD,
        "uid": str(form["uid"].value()),
        "department": str(city.departments["wz-wj"].pk),
        "licence_no": licence.number,
        "enclosed": upload(CONTENTS["jpg"], "摊位.jpg"),
    }
    assert sender.post("/500101/desk/violations/new/", written).status_code == 302
    notice = ViolationNotice.objects.get()
    page = f"desk/violations/{notice.uid}/"
    assert "正在送达" in sender.get(f"/500101/{page}").content.decode()
    work()
    assert page in answers.get("/500103/desk/").content.decode()
    assert licence.number in answers.get("/500103/desk/violations/").content.decode()
    read = answers.get(f"/500103/{page}").content.decode()
    assert TOLD["facts"] in read
    file = answers.get(f"/500103/{page}").context["files"][0]
    assert answers.get(f"/500103/{page}files/{file.uid}/").status_code == 200
    assert answers.get(f"/500103/{page}files/{uid7()}/").status_code == 404
    assert answers.post(f"/500103/{page}", {"opinion": "同意"}).status_code == 422
    answer = {"opinion": "已核实并约谈，列入计划检查。"}
    assert answers.post(f"/500103/{page}", answer).status_code == 302
    assert answer["opinion"] in sender.get(f"/500101/{page}").content.decode()
    assert "已答复" in sender.get("/500101/desk/violations/").content.decode()
    assert TOLD["facts"] in answers.get(f"/500103/desk/licences/{licence.uid}/").content.decode()


def test_a_wrong_number_comes_back_with_what_was_written(city):
    licensed()
    sender = browser_of(staff_member("wz-wj-head"))
    written = {**TOLD, "uid": str(uid7()), "department": str(city.departments["wz-wj"].pk), "licence_no": "不存在"}
    response = sender.post("/500101/desk/violations/new/", written)
    assert response.status_code == 422
    assert TOLD["facts"] in response.content.decode()
    assert not ViolationNotice.objects.exists()


def test_another_halls_clerk_and_a_window_do_not_write(city):
    licensed()
    assert browser_of(staff_member("wz-wj-window")).get("/500101/desk/violations/new/").status_code == 403
    assert browser_of(staff_member("yz-wj-examiner")).post("/500101/desk/violations/new/").status_code == 403


@pytest.mark.parametrize("asked_at", ["", "/500103"])
def test_the_form_asked_for_elsewhere_is_filled_in_at_the_own_hall(city, asked_at):
    response = browser_of(staff_member("wz-wj-examiner")).get(f"{asked_at}/desk/violations/new/")
    assert response.status_code == 302
    assert response.url == "/500101/desk/violations/new/"


def test_the_list_asked_for_elsewhere_is_read_in_the_own_hall(city):
    response = browser_of(staff_member("wz-wj-examiner")).get("/desk/violations/?after=x")
    assert response.status_code == 302
    assert response.url == "/500101/desk/violations/?after=x"
