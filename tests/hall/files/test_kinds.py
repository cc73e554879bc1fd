from io import BytesIO

import pytest

from hall.errors import Invalid
from hall.files.kinds import detect
from tests.hall.files.samples import CONTENTS, package, pdf, pdf_with_script, picture


def kind_of(content: bytes) -> str | None:
    found = detect(BytesIO(content))
    return found.name if found else None


@pytest.mark.parametrize("name", CONTENTS)
def test_each_kind_is_told_by_its_content(name):
    assert kind_of(CONTENTS[name]) == name


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"MZ\x90\x00" + b"\x00" * 100,
        b"GIF89a" + b"\x00" * 100,
        b"just text",
        b"",
        package("a.txt"),
        b"PK\x03\x04 not a package",
    ],
)
def test_what_nobody_may_hand_in_is_no_kind(content):
    assert kind_of(content) is None


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>" + pdf(),
        pdf()[:200],
        pdf() + b"<script>" * 1000,
        picture("PNG")[:-30],
        b"\x89PNG\r\n\x1a\n" + b"<html>" * 10,
        b"\xff\xd8\xff" + b"<html>" * 10,
    ],
)
def test_a_header_or_a_fragment_is_not_enough(content):
    assert kind_of(content) is None


def test_a_document_that_acts_when_opened_is_refused_with_the_way_out():
    with pytest.raises(Invalid) as refused:
        kind_of(pdf_with_script())
    assert "重新打印" in str(refused.value.message)
    with pytest.raises(Invalid) as refused:
        kind_of(package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))
    assert "宏" in str(refused.value.message)


def test_a_package_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("hall.files.packages.MOST_BYTES", 5)
    assert kind_of(CONTENTS["docx"]) is None


def test_a_picture_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("hall.files.images.MOST_POINTS", 63)
    assert kind_of(CONTENTS["png"]) is None
