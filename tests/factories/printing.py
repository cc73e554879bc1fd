"""A printer and a press for tests that do not read papers: one blank page, at no cost."""

from functools import cache
from io import BytesIO

from pypdf import PdfWriter

from applications.documents.builders import Content
from applications.documents.imprint import Imprint


@cache
def blank_page() -> bytes:
    page, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(page)
    return page.getvalue()


def print_blank(content: Content, imprint: Imprint) -> bytes:
    return blank_page()


def press_blank(html: str, **_told: object) -> bytes:
    return blank_page()
