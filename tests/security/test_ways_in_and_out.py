"""Redirects, hosts, cookies, uploads and sizes, as somebody tries them who wants in, or wants others out."""

import io
import zipfile
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from hall.files.models import StoredFile
from tests.security.world import APPLICANT, PREFIX, World

ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "http:///evil.example"]
SIGNING_IN = {"username": APPLICANT, "password": "Yanshi-2026-hall"}


@pytest.mark.parametrize("address", ELSEWHERE)
def test_no_form_leads_to_another_site(world: World, address: str) -> None:
    answers = [
        world.browser().post("/accounts/sign-in/", SIGNING_IN | {"next": address}),
        world.browser().post(f"/accounts/sign-in/?next={address}", SIGNING_IN),
        world.browser(APPLICANT).get("/accounts/sign-in/", {"next": address}),
        world.browser().post("/preferences/", {"view": "elder", "next": address}),
        world.browser(APPLICANT).post("/identity/demo/", {"next": address}),
        world.browser().get("/accounts/sign-in/", HTTP_REFERER=address),
    ]
    for answer in answers:
        assert "evil" not in answer.headers.get("Location", "")
        assert "javascript" not in answer.headers.get("Location", "")
        assert f'href="{address}"' not in answer.content.decode()


@pytest.mark.parametrize("page", ["accounts/sign-in", "accounts/sign-up", "accounts/real-name", "identity/demo"])
@pytest.mark.parametrize("address", ELSEWHERE)
def test_no_link_leads_to_another_site(world: World, page: str, address: str) -> None:
    for who in ("", APPLICANT):
        text = world.browser(who).get(f"/{page}/", {"next": address}).content.decode()
        assert f'href="{address}' not in text
        assert f'name="next" value="{address}' not in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "a b", "", "[::1"])
def test_a_host_that_is_not_ours_gets_a_page_without_links_to_it(world: World, host: str) -> None:
    answer = world.browser().get("/accounts/sign-in/", HTTP_HOST=host)
    assert answer.status_code == 400
    assert "//evil" not in answer.content.decode()


@pytest.mark.parametrize("value", ["", "a\0b", "x" * 4000, "'; DROP TABLE", "../../x", "{}", "\xff"])
def test_cookies_that_we_never_gave_are_no_harm(world: World, value: str) -> None:
    for name in (settings.SESSION_COOKIE_NAME, "reading", "csrftoken", settings.LANGUAGE_COOKIE_NAME, "messages"):
        browser = world.browser()
        browser.cookies[name] = value
        for path in ("/", "/space/", "/api/v1/cases/"):
            assert browser.get(path).status_code in (200, 302, 401), name


HTML = b"<!doctype html><script>alert(document.cookie)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def docx_bomb() -> bytes:
    """A document of a few kilobytes that says it is gigabytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * 320_000_000)
    return written.getvalue()


def hand_in(world: World, name: str, content: bytes, kind: str = "application/pdf") -> int:
    """What became of it on the page of materials; the number of files that were kept."""
    before = StoredFile.objects.count()
    key = world.draft.spec.materials[0].key
    upload = SimpleUploadedFile(name, content, content_type=kind)
    answer = world.browser(APPLICANT).post(
        f"{PREFIX}/apply/{world.draft.uid}/materials/", {f"material.{key}": upload, key: upload}
    )
    assert answer.status_code < 500
    return StoredFile.objects.count() - before


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", HTML), ("a.pdf", HTML), ("a.svg", SVG), ("a.png", SVG), ("a.js", b"alert(1)"), ("a.pdf", b"MZ\x90\0"),
     ("a.pdf", b"%PDF-1.4 /JavaScript (app.alert(1)) %%EOF"), ("a.pdf\0.html", HTML), ("a" * 300 + ".html", HTML)],
)  # fmt: skip
def test_what_could_act_in_a_browser_is_not_taken(world: World, name: str, content: bytes) -> None:
    assert hand_in(world, name, content) == 0


def test_a_sound_file_is_taken_by_the_same_way(world: World) -> None:
    assert hand_in(world, "材料.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n") == 1


@pytest.mark.parametrize("name", ["../../etc/x.pdf", "..\\..\\x.pdf", "/etc/passwd", "a/../../b.pdf", "\u202efdp.exe"])
def test_the_name_of_a_file_is_no_way_through_the_storage(world: World, name: str) -> None:
    assert hand_in(world, name, b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n") == 1
    kept = StoredFile.objects.order_by("-id")[0]
    assert ".." not in kept.key
    assert not set(kept.given_name) & {"/", "\\", "\u202e"}


def test_a_package_that_would_swell_is_refused_unopened(world: World) -> None:
    bomb = docx_bomb()
    assert len(bomb) < 1_000_000
    with patch.object(zipfile.ZipFile, "open", side_effect=AssertionError("opened")):
        assert hand_in(world, "方案.docx", bomb) == 0


@pytest.mark.parametrize("path", ["/complaints/new/", "/accounts/sign-in/", "/track/", "/preferences/"])
def test_a_huge_form_gets_a_page_that_says_so(world: World, path: str) -> None:
    body = "content=" + "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    answer = world.browser().post(path, body, "application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "超过了上限" in answer.content.decode()


def test_a_form_of_thousands_of_fields_gets_the_same_page(world: World) -> None:
    body = "&".join(f"a{number}=1" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    answer = world.browser().post("/complaints/new/", body, "application/x-www-form-urlencoded")
    assert answer.status_code == 413


def test_a_form_of_thousands_of_files_gets_the_same_page(world: World) -> None:
    files = {f"a{number}": SimpleUploadedFile("a.pdf", b"a") for number in range(120)}
    answer = world.browser(APPLICANT).post(f"{PREFIX}/apply/{world.draft.uid}/materials/", files)
    assert answer.status_code == 413
