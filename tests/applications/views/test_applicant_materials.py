"""Handing in files: each is judged by its content, and one bad file loses no good one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.models import Application, Material
from tests.cast import client_of
from tests.factories import cases
from tests.factories.answers import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(city, company_qingquan) -> Application:
    client_of(company_qingquan).post(f"/500103/apply/start/{cases.offering().task_code}/")
    return Application.objects.get()


@pytest.fixture
def client(company_qingquan):
    return client_of(company_qingquan)


def send(client, draft, **files):
    do = files.pop("do", "upload")
    return client.post(
        f"/apply/{draft.uid}/materials/", {"do": do, **{f"material.{key}": file for key, file in files.items()}}
    )


def current(draft):
    return Material.objects.filter(application=draft, replaced_at=None)


def test_the_page_says_what_is_asked_and_warns_of_state_secrets(client, draft):
    page = client.get(f"/apply/{draft.uid}/materials/").content.decode()
    assert "请勿上传涉及国家秘密的内容" in page
    assert "可上传 PDF、JPG、PNG，一个文件，不超过 5 MB。" in page
    assert "由有资质的机构在一年内出具" in page


def test_a_file_is_kept_and_can_be_fetched_again(client, draft):
    assert send(client, draft, identity=pdf("身份证.pdf")).status_code == 302
    material = current(draft).get()
    page = client.get(f"/apply/{draft.uid}/materials/").content.decode()
    assert "身份证.pdf" in page
    fetched = client.get(f"/apply/{draft.uid}/materials/{material.uid}/")
    assert b"".join(fetched.streaming_content).startswith(b"%PDF")


def test_several_files_may_come_at_once_and_lead_on(client, draft):
    response = send(client, draft, identity=pdf(), plans=pdf(), do="next")
    assert response["Location"] == f"/apply/{draft.uid}/check/"
    assert current(draft).count() == 2


def test_a_file_of_another_kind_is_refused_beside_its_material_and_the_good_one_stays(client, draft):
    forged = SimpleUploadedFile("证明.pdf", b"MZ\x90\x00 not a pdf", content_type="application/pdf")
    response = send(client, draft, identity=pdf(), plans=forged)
    page = response.content.decode()
    assert response.status_code == 400
    assert 'id="id_material.plans_error"' in page
    assert "改文件名不会改变内容" in page
    assert [one.key for one in current(draft)] == ["identity"]


def test_a_file_over_the_limit_is_refused(client, draft):
    big = SimpleUploadedFile("大.pdf", pdf().read() + b" " * 5 * 1024 * 1024, content_type="application/pdf")
    response = send(client, draft, identity=big)
    assert response.status_code == 413
    # The limit that is refused is the limit that the page promised.
    assert "超过了5.0 MB" in response.content.decode()
    assert not current(draft).exists()


def test_a_file_can_be_removed(client, draft):
    send(client, draft, identity=pdf())
    client.post(f"/apply/{draft.uid}/materials/", {"remove": str(current(draft).get().uid)})
    assert not current(draft).exists()


def test_a_material_nobody_asks_for_is_ignored(client, draft):
    send(client, draft, diary=pdf())
    assert not current(draft).exists()


def test_another_person_fetches_nothing(client, draft, stranger):
    send(client, draft, identity=pdf())
    url = f"/apply/{draft.uid}/materials/{current(draft).get().uid}/"
    assert client_of(stranger).get(url).status_code == 404
    assert client_of().get(url).status_code == 302
