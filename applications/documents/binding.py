"""Several PDFs as one, for printing and for the file: the parts stay as they are, an outline leads to each.

A bound copy carries no signature of its own; those of its parts are verified on the papers themselves.
"""

import io
from collections.abc import Sequence

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from applications.documents.parts import Part


def count(pdf: bytes) -> int:
    """How many pages it has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def bound(parts: Sequence[Part]) -> bytes:
    """One PDF of all parts in their order."""
    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part.pdf), outline_item=part.title, import_outline=False)
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def as_pdf(content: bytes, mime: str) -> bytes | None:
    """A material as pages; None for what cannot be shown as pages (locked, broken or of another kind)."""
    if mime == "application/pdf":
        return content if _readable(content) else None
    if mime in ("image/jpeg", "image/png"):
        return _picture(content)
    return None


def _readable(content: bytes) -> bool:
    try:
        reader = PdfReader(io.BytesIO(content))
        return not reader.is_encrypted and len(reader.pages) > 0
    except (PyPdfError, ValueError, KeyError, TypeError, OSError):
        return False


def _picture(content: bytes) -> bytes | None:
    """A photograph the right way up on a page of its own size."""
    page = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content)) as picture:
            ImageOps.exif_transpose(picture).convert("RGB").save(page, "PDF", resolution=150)
    except (OSError, ValueError):
        return None
    return page.getvalue()
