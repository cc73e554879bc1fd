"""Whoever holds a paper can verify it without signing in, and learns nothing that the paper does not say."""

import io
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from applications.actions.papers import print_paper, void_paper
from applications.documents.addresses import verify_url
from applications.documents.builders import Acceptance
from applications.documents.facts import Party
from applications.documents.pdf import press
from applications.views import papers as views
from hall.actor import Actor
from hall.files.models import StoredFile
from hall.files.queries import open_bytes
from hall.uids import uid7
from tests.applications.documents.samples import CASE, CONTENTS

CLERK = Actor(uid=uid7(), name="王守正")
PERSON = Party(name="欧阳小满", kind="person", id_masked="500103********0011")


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.fixture
def paper(draft):
    return print_paper(draft().uid)


def address(paper) -> str:
    return reverse("papers:verify", args=[paper.verify_code])


def holding(visitor: Client, paper, content: bytes):
    held = io.BytesIO(content)
    held.name = "paper.pdf"
    return visitor.post(address(paper), {"paper": held})


def test_a_signed_paper_is_valid(visitor, paper):
    page = visitor.get(address(paper))
    assert page.status_code == 200
    for words in ["文书有效", paper.number, "受理通知书", CASE.issuer.name, CASE.applicant.name, paper.sm3]:
        assert words in page.content.decode()


def test_a_person_is_shown_by_surname_only(visitor, draft):
    content = Acceptance(replace(CASE, applicant=PERSON), accepted_on=CASE.received_on)
    page = visitor.get(address(print_paper(draft(content).uid))).content.decode()
    assert "欧阳小满" not in page
    assert "欧阳" in page
    assert PERSON.id_masked not in page


def test_a_paper_not_yet_printed_says_so(visitor, draft):
    page = visitor.get(address(draft())).content.decode()
    assert "文书正在印制" in page
    assert "文书有效" not in page


def test_a_voided_paper_says_so(visitor, paper):
    void_paper(paper.uid, reason="内部原因不公开", by=CLERK)
    page = visitor.get(address(paper)).content.decode()
    assert "文书已作废" in page
    assert "文书有效" not in page
    assert "内部原因不公开" not in page


def test_an_unknown_code_gets_a_calm_page(visitor, city):
    page = visitor.get(reverse("papers:verify", args=["7KXM34WPHCAE6MRTYN9GFJKX"]))
    assert page.status_code == 404
    assert "没有找到这份文书" in page.content.decode()


def test_a_code_is_read_as_people_type_it(visitor, paper):
    typed = " ".join([paper.verify_code[:4].lower(), paper.verify_code[4:]])
    answer = visitor.get(reverse("papers:look_up"), {"code": typed}, follow=True)
    assert paper.number in answer.content.decode()
    assert "查验码" in visitor.get(reverse("papers:look_up")).content.decode()


def test_the_kept_file_matches(visitor, paper):
    assert "核对一致" in holding(visitor, paper, open_bytes(paper.file)).content.decode()


def test_a_changed_file_does_not(real_papers, visitor, paper):
    pdf = bytearray(open_bytes(paper.file))
    pdf[len(pdf) // 2] ^= 1
    assert "文件已被改动" in holding(visitor, paper, bytes(pdf)).content.decode()


def test_another_paper_of_ours_is_told_apart(visitor, paper, printed):
    assert "不是同一份文件" in holding(visitor, paper, printed[CONTENTS[0].kind]).content.decode()


def test_an_unsigned_file_is_told_apart(visitor, paper):
    assert "没有电子签名" in holding(visitor, paper, press().print("<p>甲</p>", mark="")).content.decode()


def test_nothing_chosen_is_told_beside_the_field(visitor, paper):
    answer = visitor.post(address(paper))
    assert answer.status_code == 400
    assert "请先选择要核对的PDF文件" in answer.content.decode()


def test_a_held_file_over_the_limit_is_refused(visitor, paper, settings):
    settings.HALL_UPLOAD_MAX_BYTES = 1000
    assert holding(visitor, paper, b"%PDF" + b"0" * 2000).status_code == 413


def test_the_held_file_is_not_kept(visitor, paper):
    before = StoredFile.objects.count()
    holding(visitor, paper, open_bytes(paper.file))
    assert StoredFile.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_trying_codes_by_machine_is_slowed_down(visitor, city, monkeypatch):
    monkeypatch.setattr(views, "LOOKS", 3)
    unknown = reverse("papers:verify", args=["7KXM34WPHCAE6MRTYN9GFJKX"])
    assert [visitor.get(unknown).status_code for _ in range(4)] == [404, 404, 404, 429]


def test_the_code_on_paper_leads_to_the_hall_that_issued_it(visitor, paper, settings):
    settings.HALL_BASE_URL = "https://hall.example.gov.cn/"
    told = verify_url(paper.verify_code, paper.hall)
    assert told == f"https://hall.example.gov.cn/500103/papers/{paper.verify_code}/"
    assert visitor.get(told.removeprefix("https://hall.example.gov.cn")).status_code == 200
