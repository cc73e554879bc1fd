"""Pictures by content: the whole structure is read, so that a forged header is not enough."""

import warnings
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

# A page scanned at 600 dpi has 35 million points; beyond this it is a bomb rather than a scan.
MOST_POINTS = 120_000_000


def is_jpeg(content: BinaryIO) -> bool:
    return _is_picture(content, "JPEG", b"\xff\xd8\xff")


def is_png(content: BinaryIO) -> bool:
    return _is_picture(content, "PNG", b"\x89PNG\r\n\x1a\n")


def _is_picture(content: BinaryIO, form: str, begins: bytes) -> bool:
    head = content.read(len(begins))
    content.seek(0)
    if head != begins:
        return False
    try:
        with warnings.catch_warnings():
            # Its own warning limit is lower than ours, and it raises at twice that.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(content, formats=[form]) as picture:
                width, height = picture.size
                picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return False
    return width * height <= MOST_POINTS
