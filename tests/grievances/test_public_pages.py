"""Writing, looking up by number and code, reading the answer, rating: with and without an account."""

from html import unescape

import pytest

from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from hall.uids import uid7
from tests.cast import client_of
from tests.factories.cases import accepted_case, staff_member
from tests.grievances.making import REPLY, again, answered, filed

pytestmark = pytest.mark.django_db
WRITTEN = {"category": "suggestion", "title": "增加叫号屏", "content": "大厅东侧看不到叫号，请增加一块屏幕。"}


def text(response) -> str:
    return unescape(response.content.decode())


def look_up(client, grievance, number=None, code=None):
    said = {"number": number or grievance.number, "code": code or grievance.query_code}
    return client.post("/500103/complaints/look-up/", said)


def test_anybody_writes_and_keeps_number_and_code(city, staff):
    client = client_of()
    receipt = client.post("/500103/complaints/new/", WRITTEN, follow=True)
    grievance = Grievance.objects.get()
    assert (grievance.hall, grievance.complainant, grievance.name) == (city.yz, None, "")
    assert grievance.number in text(receipt)
    assert grievance.query_code in text(receipt)


def test_a_link_from_the_case_fills_in_its_number(city):
    case = accepted_case().application
    client = client_of(case.applicant)
    assert str(case.case_no) in text(client.get(f"/500103/complaints/new/?case={case.case_no}"))
    client.post("/500103/complaints/new/", {**WRITTEN, "case_no": case.case_no})
    assert Grievance.objects.get().case_uid == case.uid


def test_a_link_from_the_case_chooses_the_department_that_works_on_it(city):
    handling = accepted_case()
    case, chosen = handling.application, f'<option value="{handling.department_id}" selected'
    page = f"/500103/complaints/new/?case={case.case_no}"
    assert chosen in text(client_of(case.applicant).get(page))
    for stranger in (client_of(), client_of(staff_member("yz-wj-window"))):
        assert chosen not in text(stranger.get(page))


def test_what_is_missing_is_told_beside_its_field_and_nothing_is_lost(city):
    page = client_of().post("/complaints/new/", {**WRITTEN, "title": "", "case_no": "TS9"})
    assert page.status_code == 422
    assert WRITTEN["content"] in text(page)
    page = client_of().post("/complaints/new/", {**WRITTEN, "case_no": "TS9"})
    assert page.status_code == 422
    assert "没有找到您名下的这个办件" in text(page)
    assert not Grievance.objects.exists()


def test_number_and_code_open_it_for_the_visit(city):
    grievance, client = answered(), client_of()
    assert client.get(f"/complaints/{grievance.uid}/").status_code == 404
    page = client.get(look_up(client, grievance, code=grievance.query_code.lower())["Location"])
    assert REPLY in text(page)
    assert grievance.handler_name not in text(page), "the person reads of the hall, not of its staff"


def test_a_wrong_number_and_a_wrong_code_look_the_same(city):
    grievance = filed()
    wrong = [
        look_up(client_of(), grievance, code="34679ACEFG"),
        look_up(client_of(), grievance, number="TS5001032026112409999"),
        look_up(client_of(), filed(), code=grievance.query_code),
    ]
    assert {page.status_code for page in wrong} == {422}
    assert len({text(page).split("请先修改以下内容")[1].split("</ul>")[0] for page in wrong}) == 1


def test_guessing_ends_after_ten_tries_and_counts_across_visits(city):
    grievance = filed()
    codes = [look_up(client_of(), grievance, code="34679ACEFG").status_code for _try in range(10)]
    assert set(codes) == {422}
    refused = look_up(client_of(), grievance)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0


def test_one_address_cannot_fill_the_desk(city):
    codes = [client_of().post("/complaints/new/", WRITTEN).status_code for _try in range(21)]
    assert codes == [302] * 20 + [429]
    assert Grievance.objects.count() == 20


def test_a_stranger_reads_nothing_of_it(city, applicant_zhang, stranger):
    grievance = answered(user=applicant_zhang)
    absent = client_of(stranger).get(f"/complaints/{uid7()}/")
    for path in (f"/complaints/{grievance.uid}/", f"/complaints/{grievance.uid}/receipt/"):
        page = client_of(stranger).get(path)
        assert page.status_code == absent.status_code == 404
        assert grievance.title not in text(page)
    assert client_of(stranger).post(f"/complaints/{grievance.uid}/rate/", {"satisfaction": 1}).status_code == 404
    assert again(grievance).state == GrievanceState.ANSWERED


def test_the_owner_finds_it_in_their_space_and_rates_it(city, applicant_zhang):
    grievance, client = answered(user=applicant_zhang), client_of(applicant_zhang)
    assert grievance.title in text(client.get("/space/"))
    empty = client.post(f"/complaints/{grievance.uid}/rate/", {})
    assert empty.status_code == 422
    client.post(f"/complaints/{grievance.uid}/rate/", {"satisfaction": 2, "comment": "及时"})
    assert again(grievance).state == GrievanceState.RATED
    assert client.post(f"/complaints/{grievance.uid}/rate/", {"satisfaction": 5}).status_code == 409
    assert "提交评价" not in text(client.get(f"/complaints/{grievance.uid}/"))


def test_the_home_page_tells_the_periods_that_settings_give(city, settings):
    settings.HALL_GRIEVANCE_DAYS = {"accept": 3, "complaint": 11, "suggestion": 9}
    page = text(client_of().get("/complaints/"))
    assert "3 个工作日内决定是否受理" in page
    assert "投诉在 11 个工作日内、建议在 9 个工作日内答复" in page


def test_what_is_missing_is_asked_for_by_its_name(city):
    page = text(client_of().post("/500103/complaints/new/", {"title": "增加叫号屏"}))
    assert "请填写内容。" in page
    assert "请选择类别。" in page
