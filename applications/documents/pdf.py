"""Prints HTML as tagged PDF/A-3u. The only module that loads WeasyPrint, which costs 1.5 s: workers only.

Stylesheet and fonts are read once for a process; a paper adds its own text and nothing else.
"""

from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from applications.documents.fonts import ready
from applications.documents.pressing import MARKS
from applications.documents.seal import watermark_uri


class Press:
    """Fonts and stylesheets made ready; one paper at a time, since Pango's font map is not shared safely."""

    def __init__(self, folder: Path) -> None:
        self._fonts = FontConfiguration()
        self._lock = Lock()
        # A paper brings its pictures with it: whatever it names, nothing is fetched.
        self._fetcher = URLFetcher(allowed_protocols=["data"])
        self._plain = [self._css(_faces(ready(folder))), self._css(render_to_string("documents/paper.css"))]
        self._marked = {mark: self._css(f"@page {{ background-image: url({watermark_uri(mark)}) }}") for mark in MARKS}

    def _css(self, text: str) -> CSS:
        return CSS(string=text, font_config=self._fonts)

    def print(self, html: str, *, mark: str) -> bytes:
        sheets = [*self._plain, self._marked[mark]] if mark else self._plain
        with self._lock:
            pdf = HTML(string=html, url_fetcher=self._fetcher).write_pdf(
                stylesheets=sheets, font_config=self._fonts, pdf_variant="pdf/a-3u", pdf_tags=True
            )
        return bytes(pdf)


def _faces(families: dict[str, list[Path]]) -> str:
    rules = (
        f'@font-face {{ font-family: "paper-{family}-{at}"; src: url({path.as_uri()}) }}'
        for family, paths in families.items()
        for at, path in enumerate(paths)
    )
    return "\n".join(rules)


def print_page(html: str, *, mark: str) -> bytes:
    """A page that is no paper of its own, such as the table of contents of a case file. Named by ``HALL_PRESS``."""
    return press().print(html, mark=mark)


@lru_cache(maxsize=1)
def press() -> Press:
    return Press(settings.VAR_DIR / "fonts")
