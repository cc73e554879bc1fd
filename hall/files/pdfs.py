"""PDF by content. One that would act when opened is refused, as far as its plain text shows."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from hall.errors import Invalid

_ACTIVE = (b"/JavaScript", b"/Launch", b"/RichMedia")


def is_pdf(content: BinaryIO) -> bool:
    """The header at the very beginning and the end mark near the end: no other format may hide around it."""
    whole = content.read()
    if not whole.startswith((b"%PDF-1.", b"%PDF-2.")) or b"%%EOF" not in whole[-2048:]:
        return False
    if any(mark in whole for mark in _ACTIVE):
        raise Invalid(_("这份PDF含有脚本或可执行内容，请重新打印成普通PDF后上传。"))
    return True
