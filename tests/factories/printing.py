"""A printer for tests that do not read papers: one blank page, at no cost."""

from applications.documents.builders import Content
from applications.documents.imprint import Imprint
from tests.factories.answers import PDF


def print_blank(content: Content, imprint: Imprint) -> bytes:
    return PDF
