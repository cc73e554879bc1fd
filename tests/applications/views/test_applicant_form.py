"""Filling in the sections of a form: nothing typed is lost, and each problem stands beside its question."""

import pytest

from applications.models import Application
from tests.applications.views.filling_in import fill_in, mark_in, posted, section_url, send_section
from tests.cast import client_of
from tests.factories import cases
from tests.factories.answers import answers_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(city, company_qingquan) -> Application:
    client_of(company_qingquan).post(f"/500103/apply/start/{cases.offering().task_code}/")
    return Application.objects.get()


@pytest.fixture
def client(company_qingquan):
    return client_of(company_qingquan)


def fresh(draft):
    return Application.objects.get(pk=draft.pk)


def first_section(draft, **changed):
    return posted(draft.spec.sections[0].fields, answers_for(draft.spec, **changed))


def test_the_page_asks_what_the_item_file_says(client, draft):
    page = client.get(section_url(draft, 1)).content.decode()
    assert "场所名称" in page
    assert "请填写悬挂在门口的招牌名称" in page
    assert "清泉浴室解放碑店" in page
    assert "第 1 步，共 5 步" in page


def test_every_section_filled_in_leads_to_the_materials(client, draft):
    fill_in(client, draft)
    tasks = client.get(f"/apply/{draft.uid}/").content.decode()
    assert tasks.count("已完成") == 3
    assert "份必交材料没有上传" in tasks


def test_a_section_goes_on_to_the_next(client, draft):
    response = send_section(client, draft, 1, first_section(draft))
    assert response["Location"] == section_url(draft, 2)


def test_what_is_missing_is_told_beside_its_question_and_in_the_summary(client, draft):
    response = send_section(client, draft, 1, first_section(draft, place_name=""))
    page = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#id_place_name">场所名称：请填写。</a>' in page
    assert 'id="id_place_name_error"' in page
    assert 'aria-describedby="id_place_name_helptext id_place_name_error"' in page


def test_a_date_that_does_not_exist_comes_back_as_it_was_typed(client, draft):
    response = send_section(client, draft, 1, first_section(draft, opening_date="2027-02-30"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "没有 2027-02-30 这一天" in page
    assert 'value="2027-02-30"' in page
    assert fresh(draft).answers["opening_date"] == "2027-02-30"


def test_saving_for_later_keeps_half_a_section(client, draft):
    response = send_section(client, draft, 1, {"place_name": "清泉"}, do="save")
    assert response["Location"] == f"/apply/{draft.uid}/"
    assert fresh(draft).answers == {"place_name": "清泉"}


def test_a_draft_saves_itself(client, draft):
    response = send_section(client, draft, 1, {"place_name": "清泉"}, do="autosave")
    told = response.json()
    assert told["saved"].startswith("已保存 ")
    again = client.post(section_url(draft, 1), {"do": "autosave", "seen": told["seen"], "place_name": "清泉浴室"})
    assert again.status_code == 200
    assert fresh(draft).answers["place_name"] == "清泉浴室"


def test_a_conditional_question_is_hidden_until_its_answer_is_saved(client, draft):
    page = client.get(section_url(draft, 1)).content.decode()
    assert '<div class="question" data-question="beds" data-when="{&quot;' in page
    assert 'hidden>' in page.split('data-question="beds"')[1][:120]
    response = send_section(client, draft, 1, first_section(draft, place_kind="lodging", beds=""))
    page = response.content.decode()
    assert response.status_code == 200
    assert "多了几项需要填写的内容" in page
    assert 'hidden>' not in page.split('data-question="beds"')[1][:120]
    assert "error-summary" not in page


def test_an_answer_to_a_question_not_asked_is_dropped(client, draft):
    send_section(client, draft, 1, first_section(draft, place_kind="bath", beds="40"))
    assert "beds" not in fresh(draft).answers


def test_a_row_is_added_without_losing_what_was_typed(client, draft):
    data = {"staff.0.name": "李演示", "staff.0.duty": "前台", "manager": "张演示", "add": "staff"}
    page = send_section(client, draft, 3, data, do="").content.decode()
    assert 'name="staff.0.name" value="李演示"' in page
    assert 'name="staff.1.name"' in page
    assert 'name="manager" value="张演示"' in page


def test_a_row_is_removed_and_the_others_stay(client, draft):
    data = {"staff.0.name": "李演示", "staff.1.name": "王演示", "remove": "staff.0"}
    page = send_section(client, draft, 3, data, do="").content.decode()
    assert 'name="staff.0.name" value="王演示"' in page
    assert "李演示" not in page.split("<form class=\"form\"")[1].replace("例如：李演示", "")
    assert [row["name"] for row in fresh(draft).all_answers["staff"]] == ["王演示"]


def test_a_problem_in_a_row_is_told_in_its_cell(client, draft):
    answers = answers_for(draft.spec)
    answers["staff"] = [{}, answers["staff"][0] | {"valid_to": "明年"}]
    response = send_section(client, draft, 3, posted(draft.spec.sections[2].fields, answers))
    page = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#id_staff.0.valid_to">从业人员 1 · 有效期至：请按“年-月-日”填写' in page
    assert 'id="id_staff.0.valid_to_error"' in page


def test_personal_answers_are_kept_sealed(client, draft):
    send_section(client, draft, 3, {"manager": "张演示"}, do="save")
    kept = fresh(draft)
    assert "manager" not in kept.answers
    assert kept.all_answers["manager"] == "张演示"


def test_a_stale_page_shows_both_and_loses_nothing(client, draft):
    stale = mark_in(client.get(section_url(draft, 1)))
    send_section(client, draft, 1, {"place_name": "手机上填的"}, do="save")
    response = client.post(section_url(draft, 1), {"do": "next", "seen": stale, "place_name": "电脑上填的"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "手机上填的" in page
    assert 'name="place_name" value="电脑上填的"' in page
    assert fresh(draft).answers["place_name"] == "手机上填的"
    again = client.post(
        section_url(draft, 1), {"do": "save", "seen": mark_in(response), "place_name": "电脑上填的"}
    )
    assert again.status_code == 302
    assert fresh(draft).answers["place_name"] == "电脑上填的"


def test_a_stale_page_with_the_same_answers_is_no_conflict(client, draft):
    stale = mark_in(client.get(section_url(draft, 1)))
    send_section(client, draft, 1, {"place_name": "清泉"}, do="save")
    response = client.post(section_url(draft, 1), {"do": "save", "seen": stale, "place_name": "清泉"})
    assert response.status_code == 302


def test_another_section_saved_meanwhile_is_no_conflict(client, draft):
    mark = mark_in(client.get(section_url(draft, 1)))
    send_section(client, draft, 3, {"manager": "张演示"}, do="save")
    response = client.post(section_url(draft, 1), {"do": "save", "seen": mark, "place_name": "清泉"})
    assert response.status_code == 302
    assert fresh(draft).all_answers == {"place_name": "清泉", "manager": "张演示"}


def test_saving_itself_into_a_newer_draft_says_so(client, draft):
    stale = mark_in(client.get(section_url(draft, 1)))
    send_section(client, draft, 1, {"place_name": "甲"}, do="save")
    response = client.post(section_url(draft, 1), {"do": "autosave", "seen": stale, "place_name": "乙"})
    assert response.status_code == 409
    assert "别处修改过" in response.json()["message"]


def test_a_filed_application_cannot_be_written_to(city):
    filed = cases.received_case().application
    client = client_of(filed.applicant)
    assert client.get(section_url(filed, 1))["Location"] == f"/apply/{filed.uid}/"
    response = client.post(section_url(filed, 1), {"do": "next", "seen": "", "place_name": "改名"})
    assert response.status_code == 409
    assert "已经提交" in response.content.decode()


def test_a_section_that_does_not_exist_is_absent(client, draft):
    assert client.get(section_url(draft, 9)).status_code == 404


def test_an_amount_that_only_warns_lets_file(city, company_yunshang):
    draft = cases.draft_case(cases.LABOUR_DISPATCH, by="yunshang", registered_capital="1000000")
    client = client_of(company_yunshang)
    page = client.get(f"/apply/{draft.uid}/check/").content.decode()
    assert draft.spec.warnings_for(draft.all_answers)[0] in page
    assert client.post(f"/apply/{draft.uid}/check/", {"truth": "yes"}).status_code == 302


def test_a_warning_comes_as_soon_as_its_answer_is_saved(city, company_yunshang):
    draft = cases.draft_case(cases.LABOUR_DISPATCH, by="yunshang", registered_capital="3000000")
    client = client_of(company_yunshang)
    answers = {**draft.all_answers, "registered_capital": "1000000"}
    number = next(
        place for place, one in enumerate(draft.spec.sections, 1) if "registered_capital" in [f.key for f in one.fields]
    )
    response = client.post(
        section_url(draft, number),
        {
            "do": "next",
            "seen": mark_in(client.get(section_url(draft, number))),
            **posted(draft.spec.sections[number - 1].fields, answers),
        },
        follow=True,
    )
    assert fresh(draft).spec.warnings_for(answers)[0] in response.content.decode()


def test_a_step_back_keeps_what_is_half_written(client, draft):
    fill_in(client, draft)
    response = send_section(client, draft, 2, {"water_source": "public"}, do="back")
    assert response["Location"] == section_url(draft, 1)
    assert fresh(draft).answers["water_source"] == "public"


def test_the_first_step_has_none_before_it(client, draft):
    assert 'value="back"' not in client.get(section_url(draft, 1)).content.decode()


def test_a_yes_or_no_is_asked_without_an_example(client, draft):
    page = client.get(section_url(draft, 2)).content.decode()
    assert "是否使用集中空调通风系统" in page
    assert "例如：是" not in page
