"""The kinds of files that people may hand in, each with the strict look at its content that tells it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from hall.files.images import is_jpeg, is_png
from hall.files.packages import is_docx, is_ofd, is_xlsx
from hall.files.pdfs import is_pdf


@dataclass(frozen=True, slots=True)
class FileKind:
    """``name`` is the word that item files use; ``suffixes`` begin with the one that a download gets."""

    name: str
    mime: str
    suffixes: tuple[str, ...]
    matches: Callable[[BinaryIO], bool]


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    kind.name: kind
    for kind in (
        FileKind("pdf", "application/pdf", (".pdf",), is_pdf),
        FileKind("jpg", "image/jpeg", (".jpg", ".jpeg"), is_jpeg),
        FileKind("png", "image/png", (".png",), is_png),
        FileKind("docx", f"{_OFFICE}.wordprocessingml.document", (".docx",), is_docx),
        FileKind("xlsx", f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",), is_xlsx),
        FileKind("ofd", "application/ofd", (".ofd",), is_ofd),
    )
}
BY_MIME = {kind.mime: kind for kind in KINDS.values()}


def detect(content: BinaryIO) -> FileKind | None:
    """What the content is, whatever its name says; None for a kind that nobody may hand in."""
    for kind in KINDS.values():
        content.seek(0)
        if kind.matches(content):
            return kind
    return None
