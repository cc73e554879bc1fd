"""Documents that are ZIP packages: Word, Excel and OFD (GB/T 33190), told apart by the parts they must hold."""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from hall.errors import Invalid

# Enough for any form with pictures; a package that swells beyond it is meant to fill the disk of who opens it.
MOST_PARTS, MOST_BYTES = 5000, 300_000_000
_MACROS = ("vbaProject.bin", "vbaData.xml")


def is_docx(content: BinaryIO) -> bool:
    return _holds(content, "[Content_Types].xml", "word/document.xml")


def is_xlsx(content: BinaryIO) -> bool:
    return _holds(content, "[Content_Types].xml", "xl/workbook.xml")


def is_ofd(content: BinaryIO) -> bool:
    return _holds(content, "OFD.xml")


def _holds(content: BinaryIO, *parts: str) -> bool:
    head = content.read(4)
    content.seek(0)
    if head != b"PK\x03\x04":
        return False
    try:
        with ZipFile(content) as package:
            infos = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False
    names = {info.filename for info in infos}
    if not names.issuperset(parts):
        return False
    if any(name.endswith(_MACROS) for name in names):
        raise Invalid(_("文件含有宏，请另存为不含宏的文件后上传。"))
    return len(infos) <= MOST_PARTS and sum(info.file_size for info in infos) <= MOST_BYTES
