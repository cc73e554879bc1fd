"""A printer and a press for tests that do not read papers: one blank page, at no cost.

Printing and signing one paper costs more than a whole test, and most tests only need that there is one. A test that
reads its papers asks for ``real_papers``; in a browser they are always real.
"""

from functools import cache
from io import BytesIO
from typing import Any

import pytest
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


BLANK = {
    "HALL_PRINTER": "tests.factories.printing.print_blank",
    "HALL_PRESS": "tests.factories.printing.press_blank",
    "HALL_SIGNED_PRESS": "tests.factories.printing.press_blank",
}


@pytest.fixture(autouse=True)
def blank_papers(request: pytest.FixtureRequest, settings: Any) -> None:
    if not {"real_papers", "live_server"} & set(request.fixturenames):
        for name, blank in BLANK.items():
            setattr(settings, name, blank)


@pytest.fixture
def real_papers(blank_papers: None) -> None:
    """Whatever this test prints is what people get."""
