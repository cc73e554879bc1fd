"""From content to signed PDF: builder, template, pictures, press, signature. Named by ``settings.HALL_PRINTER``.

Loaded on first use by the worker alone, so that a web process never pays for WeasyPrint.
"""

from django.template.loader import render_to_string
from django.utils import translation

from applications.documents.builders import Content
from applications.documents.imprint import Imprint
from applications.documents.pdf import press
from applications.documents.pressing import DEMONSTRATION
from applications.documents.qr import qr_uri
from applications.documents.seal import seal_uri
from applications.documents.sign import sign


def page(content: Content, imprint: Imprint) -> str:
    """The paper as HTML, in Chinese whatever language the worker speaks."""
    with translation.override("zh-hans"):
        template, words = content.build(imprint)
        pictures = {"qr": qr_uri(imprint.verify_url), "seal": _seal(content, imprint)}
        return render_to_string(template, words | pictures)


def _seal(content: Content, imprint: Imprint) -> str:
    """Only a demonstration draws a seal; a lawful one comes from the national seal system."""
    if not imprint.demo or imprint.seal is None:
        return ""
    return seal_uri(content.case.issuer.name, imprint.seal)


def print_signed(content: Content, imprint: Imprint) -> bytes:
    """The finished paper: PDF/A-3u with a PAdES signature."""
    mark = DEMONSTRATION if imprint.demo else ""
    return press_signed(page(content, imprint), mark=mark, reason=f"{imprint.title}　{imprint.number}")


def press_signed(html: str, *, mark: str, reason: str) -> bytes:
    """The same of a page that is no paper of a case. Named by ``settings.HALL_SIGNED_PRESS``."""
    return sign(press().print(html, mark=mark), reason=reason)
