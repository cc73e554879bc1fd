"""The draft as the sheets that will be printed: marked a draft, no number, no seal, never a paper."""

import io

import pytest
from django.test import override_settings
from pypdf import PdfReader

from applications.actions.decide import grant
from applications.actions.draft_decision import draft_decision
from applications.actions.preview_decision import preview_decision
from applications.documents.pressing import DRAFT
from applications.models import DecisionDraft, Paper, Words
from hall.events.worker import drain
from hall.files.models import StoredFile
from hall.files.queries import open_bytes
from tests.applications.views.desk import browser_of, opened
from tests.factories.cases import clerk, reviewed_case, seen

pytestmark = pytest.mark.django_db
CONTENT = "准予在八一路177号经营沐浴场所。"
PRINTED: list[str] = []


def press(html, *, mark):
    assert mark == DRAFT
    PRINTED.append(html)
    return b"%PDF-1.7 " + str(len(PRINTED)).encode()


@pytest.fixture
def quick_press():
    PRINTED.clear()
    with override_settings(HALL_PRESS=f"{__name__}.press"):
        yield PRINTED


def drafted(handling, content=CONTENT, *, revision=0):
    law = ["《公共场所卫生管理条例》第四条"]
    user = clerk(handling, "signer")
    words = Words(granted=True, content=content, legal_basis=law, territory="渝中区")
    return draft_decision(handling.uid, user, seen=seen(handling), revision=revision, words=words)


def fetched(handling, role="signer"):
    return browser_of(clerk(handling, role)).get(f"/desk/{handling.uid}/decision-draft/")


def test_the_signer_reads_the_sheets_that_will_be_printed(real_papers, city):
    handling = reviewed_case()
    drafted(handling)
    drain()
    draft = DecisionDraft.objects.get()
    assert draft.preview
    pages = PdfReader(io.BytesIO(open_bytes(draft.preview))).pages
    text = "".join("".join(page.extract_text() for page in pages).split())
    for words in ("草稿预览", "未签发，不具有法律效力", "准予行政许可决定书", "（签发时编号）", CONTENT):
        assert words in text
    for words in ("查验码", "第000001号", "系统依法自动出具"):
        assert words not in text


def test_it_is_no_paper_and_uses_up_no_number(city, quick_press):
    handling = reviewed_case()
    before = Paper.objects.count()
    drafted(handling)
    drain()
    assert Paper.objects.count() == before
    assert "seal" not in quick_press[0]
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling))
    assert Paper.objects.latest("id").number.endswith("第000001号")


def test_the_page_offers_it_when_it_is_ready(city, quick_press):
    handling = reviewed_case()
    drafted(handling)
    assert "PDF预览正在生成" in opened(handling, clerk(handling, "signer")).content.decode()
    assert fetched(handling).status_code == 404
    drain()
    assert "/decision-draft/" in opened(handling, clerk(handling, "signer")).content.decode()
    answer = fetched(handling)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_newer_draft_takes_its_place(city, quick_press):
    handling = reviewed_case()
    drafted(handling)
    drain()
    first = DecisionDraft.objects.get().preview
    drafted(handling, "准予经营美容店。", revision=1)
    assert fetched(handling).status_code == 404
    drain()
    assert "准予经营美容店。" in quick_press[-1]
    assert first
    assert not StoredFile.objects.filter(pk=first.pk).exists()
    assert fetched(handling).status_code == 200


def test_printed_twice_it_is_one(city, quick_press):
    handling = reviewed_case()
    draft = drafted(handling)
    drain()
    preview_decision(draft.uid)
    assert len(quick_press) == 1


def test_once_signed_there_is_only_the_paper(city, quick_press):
    handling = reviewed_case()
    drafted(handling)
    drain()
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling))
    handling.refresh_from_db()
    assert fetched(handling).status_code == 404


def test_nobody_else_reads_it(city, quick_press):
    handling = reviewed_case()
    drafted(handling)
    drain()
    application = handling.application
    assert browser_of(application.applicant).get(f"/desk/{handling.uid}/decision-draft/").status_code == 404
