"""PDF/A-3u and tagging are checked by structure; no more than that is claimed."""

import io
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader

from applications.documents.builders import BUILDERS
from applications.documents.kinds import Kind
from tests.applications.documents.samples import CASE, CONTENTS, imprint_of

KINDS = [content.kind for content in CONTENTS]
everyone = pytest.mark.parametrize("kind", KINDS, ids=[kind.name.lower() for kind in KINDS])


@cache
def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    # Lines break anywhere in Chinese; what is said does not depend on where.
    return "".join("".join(page.extract_text() for page in pages).split())


def test_every_kind_has_a_sample():
    assert set(KINDS) == set(BUILDERS)


@everyone
def test_its_text_can_be_read_by_machines(printed, kind):
    content = next(one for one in CONTENTS if one.kind == kind)
    text, imprint = text_of(printed[kind]), imprint_of(content)
    # A notice to everybody names nobody but the organ.
    named = [] if kind == Kind.HEARING_PUBLIC else [content.case.applicant.name]
    said = [imprint.number, *named, CASE.issuer.name, CASE.issuer.phone, CASE.issuer.supervision_phone]
    title = getattr(content, "name", imprint.title)
    for words in [*said, title, imprint.disclosure, imprint.officer, imprint.verify_url]:
        assert "".join(words.split()) in text


@everyone
def test_it_says_that_it_is_a_demonstration(printed, kind):
    assert "不具有法律效力" in text_of(printed[kind])


@everyone
def test_its_fonts_are_embedded_with_their_characters_mapped(printed, kind):
    pdf = pikepdf.open(io.BytesIO(printed[kind]))
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]
    assert fonts
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile3" in descriptor
        assert "/ToUnicode" in font


@everyone
def test_it_is_tagged_chinese_pdf_a_3u(printed, kind):
    pdf = pikepdf.open(io.BytesIO(printed[kind]))
    metadata = pdf.open_metadata()
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "U")
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "zh-CN"
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert not pdf.is_encrypted


@everyone
def test_its_pictures_speak(printed, kind):
    pdf = pikepdf.open(io.BytesIO(printed[kind]))
    figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")) for figure in figures)


@everyone
def test_it_is_small_enough_for_a_phone(printed, kind):
    assert len(printed[kind]) < 300_000


@everyone
def test_the_licence_lies_on_its_side_and_all_others_stand(printed, kind):
    box = PdfReader(io.BytesIO(printed[kind])).pages[0].mediabox
    assert (box.width > box.height) == (kind == Kind.LICENCE)
