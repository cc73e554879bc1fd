"""What other agencies hold is fetched instead of asked for (行政许可法 Art. 33); a failed source blocks nothing."""

import time

import pytest

from applications.actions.sharing import NothingShared, fetch_shared
from applications.actions.submit import problems_of, submit
from applications.documents.kinds import Kind
from applications.models import Licence, Material, Paper
from applications.queries.desk.materials import material_lines
from hall.audit.models import Entry
from hall.catalogue.sharing import SharingAway
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.files.queries import open_bytes
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.factories.cases import INSTANT, PUBLIC_PLACE, draft_case, fresh, issued_case
from tests.factories.mandates import draft_by_agent, mandate_of

pytestmark = pytest.mark.django_db

OLD, COMPANY = "old_licence", "business_licence"
AT = "tests.factories.sources"


def draft_without(*keys: str, by: str = "qingquan"):
    draft = draft_case(INSTANT, by=by)
    draft.materials.filter(key__in=keys).update(replaced_at=now())
    return draft


def text_of(material: Material) -> str:
    return open_bytes(material.file).decode()


def test_a_licence_that_this_city_issued_is_fetched_and_nothing_is_uploaded(city):
    issued_case(PUBLIC_PLACE)
    licence = Licence.objects.get()
    draft = draft_without(OLD)
    assert f"material.{OLD}" in problems_of(draft)
    material = fetch_shared(draft.uid, draft.applicant, key=OLD)
    assert material.shared_from == "本市已颁发的许可证件"
    text = text_of(material)
    for told in (licence.number, licence.holder_name, "数据来源：本市已颁发的许可证件", "获取时间：", "有效期至："):
        assert told in text
    assert problems_of(draft) == {}


def test_of_somebody_else_s_licences_nothing_is_fetched(city):
    issued_case(PUBLIC_PLACE)
    draft = draft_without(OLD, by="yunshang")
    with pytest.raises(NothingShared) as told:
        fetch_shared(draft.uid, draft.applicant, key=OLD)
    assert "请自行上传" in str(told.value.message)
    assert not draft.materials.filter(replaced_at=None, key=OLD).exists()


def test_a_licence_that_has_ended_is_not_told(city):
    issued_case(PUBLIC_PLACE)
    Licence.objects.update(state="cancelled")
    draft = draft_without(OLD)
    with pytest.raises(NothingShared):
        fetch_shared(draft.uid, draft.applicant, key=OLD)


def test_the_register_of_companies_answers_for_the_company_and_is_named_a_demonstration(city, company_qingquan):
    draft = draft_without(COMPANY)
    material = fetch_shared(draft.uid, draft.applicant, key=COMPANY)
    assert "演示" in material.shared_from
    assert company_qingquan.uscc in text_of(material)


def test_the_clerk_sees_where_it_comes_from_and_its_digest_and_the_application_form_too(city):
    draft = draft_without(COMPANY)
    material = fetch_shared(draft.uid, draft.applicant, key=COMPANY)
    handling = fresh(submit(draft.uid, draft.applicant, truth_stated=True).handlings.get())
    (line,) = [one for one in material_lines(handling, None) if one.shared_from]
    assert (line.uid, line.sm3, bool(line.at)) == (material.uid, material.file.sm3, True)
    content = Paper.objects.get(application=handling.application, kind=Kind.APPLICATION).content
    assert {one["name"]: one["medium"] for one in content["case"]["materials"]} == {
        "原卫生许可证": "电子件",
        "变更后的营业执照": "共享获取",
    }


def test_of_a_person_only_with_consent_which_is_kept(city, settings):
    draft = draft_without(OLD, by="zhangxiaoman")
    settings.HALL_SHARED_SOURCES = [f"hall_licences={AT}.Knows"]
    with pytest.raises(Incomplete) as told:
        fetch_shared(draft.uid, draft.applicant, key=OLD)
    assert set(told.value.fields) == {"consented"}
    assert not Entry.objects.filter(action="shared.asked").exists(), "without consent nobody is asked"
    material = fetch_shared(draft.uid, draft.applicant, key=OLD, consented=True)
    assert material.consented_at is not None
    assert "查询内容：卫生许可证" in text_of(material)
    (entry,) = Entry.objects.filter(action="shared.asked")
    assert "张小满" not in str(entry.changes)


def test_a_source_that_fails_leaves_the_upload_and_the_filing(city, settings):
    draft = draft_without(OLD)
    settings.HALL_SHARED_SOURCES = [f"hall_licences={AT}.Broken"]
    with pytest.raises(SharingAway) as told:
        fetch_shared(draft.uid, draft.applicant, key=OLD)
    assert "请自行上传" in str(told.value.message)
    client_of(draft.applicant).post(f"/apply/{draft.uid}/materials/", {f"material.{OLD}": pdf()})
    assert submit(draft.uid, draft.applicant, truth_stated=True).case_no


def test_a_source_that_does_not_answer_is_left_after_the_limit(city, settings):
    draft = draft_without(OLD)
    settings.HALL_SHARED_SOURCES, settings.HALL_SHARING_SECONDS = [f"hall_licences={AT}.Silent"], 1
    began = time.monotonic()
    with pytest.raises(SharingAway):
        fetch_shared(draft.uid, draft.applicant, key=OLD)
    assert time.monotonic() - began < 4


def test_a_source_that_the_installation_lost_is_an_upload_like_any_other(city, settings):
    draft = draft_without(OLD)
    settings.HALL_SHARED_SOURCES = []
    with pytest.raises(NotAllowed):
        fetch_shared(draft.uid, draft.applicant, key=OLD)
    page = client_of(draft.applicant).get(f"/apply/{draft.uid}/materials/").content.decode()
    assert "可以免提交" not in page


def test_nothing_is_fetched_into_a_stranger_s_draft_nor_after_filing(city, applicant_zhang):
    draft = draft_without(COMPANY)
    with pytest.raises(NotFound):
        fetch_shared(draft.uid, applicant_zhang, key=COMPANY, consented=True)
    fetch_shared(draft.uid, draft.applicant, key=COMPANY)
    submit(draft.uid, draft.applicant, truth_stated=True)
    with pytest.raises(WrongState):
        fetch_shared(draft.uid, draft.applicant, key=COMPANY)


def test_what_was_fetched_can_be_taken_back_and_uploaded_instead(city):
    draft = draft_without(COMPANY)
    material = fetch_shared(draft.uid, draft.applicant, key=COMPANY)
    browser, address = client_of(draft.applicant), f"/apply/{draft.uid}/materials/"
    browser.post(address, {"remove": str(material.uid)})
    browser.post(address, {f"material.{COMPANY}": pdf()})
    assert draft.materials.get(key=COMPANY, replaced_at=None).shared_from == ""


def test_the_page_offers_it_names_a_demonstration_and_tells_what_failed_beside_the_upload(city):
    draft = draft_without(OLD, COMPANY)
    browser, address = client_of(draft.applicant), f"/apply/{draft.uid}/materials/"
    page = browser.get(address).content.decode()
    assert page.count("可以免提交") == 2
    assert page.count("演示来源") == 1
    failed = browser.post(address, {"fetch": OLD})
    assert failed.status_code == 422
    assert "没有查到您现在有效的数据" in failed.content.decode()
    assert f'name="material.{OLD}"' in failed.content.decode()
    assert browser.post(address, {"fetch": COMPANY}).status_code == 302
    assert "共享获取" in browser.get(address).content.decode()


def test_a_person_s_page_asks_for_consent(city):
    draft = draft_without(OLD, COMPANY, by="zhangxiaoman")
    browser, address = client_of(draft.applicant), f"/apply/{draft.uid}/materials/"
    page = browser.get(address).content.decode()
    assert f'name="fetch-{OLD}"' in page
    assert f'name="fetch-{COMPANY}"' not in page, "the register knows companies only"
    refused = browser.post(address, {"fetch": OLD})
    assert (refused.status_code, "须经您同意" in refused.content.decode()) == (422, True)


def test_an_agent_fetches_for_a_company_the_data_of_the_company(city, company_qingquan):
    mandate = mandate_of("qingquan")
    draft = draft_by_agent(mandate, INSTANT)
    text = text_of(fetch_shared(draft.uid, mandate.agent, key=COMPANY))
    assert company_qingquan.uscc in text
    assert mandate.agent.name not in text


def test_nobody_consents_to_the_fetching_of_somebody_else_s_personal_data(city):
    mandate = mandate_of("zhangxiaoman")
    draft = draft_by_agent(mandate, INSTANT)
    with pytest.raises(NotAllowed):
        fetch_shared(draft.uid, mandate.agent, key=OLD, consented=True)
    assert not Entry.objects.filter(action="shared.asked").exists()
    page = client_of(mandate.agent).get(f"/apply/{draft.uid}/materials/").content.decode()
    assert f'name="fetch-{OLD}"' not in page
