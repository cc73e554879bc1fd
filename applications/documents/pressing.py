"""Pages that are no papers: the table of contents of a case file, the preview of a decision.

The press is named by ``settings.HALL_PRESS`` and loaded on first use, in the worker: the printing library is no burden
of the web process.
"""

from django.conf import settings
from django.utils.module_loading import import_string

# Across every sheet: of a demonstration, of what nobody has signed.
MARKS = DEMONSTRATION, DRAFT = "演示", "草稿"


def usual_mark() -> str:
    return DEMONSTRATION if settings.HALL_DEMO else ""


def pressed(html: str, *, mark: str) -> bytes:
    """The page as PDF with the ``mark`` across it; none where it is empty."""
    return bytes(import_string(settings.HALL_PRESS)(html, mark=mark))
