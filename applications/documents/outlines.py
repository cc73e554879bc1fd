"""Characters as drawn outlines: seal and watermark are pictures, and must not turn up as text of the paper."""

from functools import lru_cache

import pylopdf_fonts_zh_cn as noto
from fontTools.pens.svgPathPen import SVGPathPen

from applications.documents.fonts import bolder


@lru_cache(maxsize=512)
def outline(sign: str) -> str:
    """The SVG path of one character, 1000 units to the em, y upwards."""
    font = bolder(noto.serif_path())
    pen = SVGPathPen(None, ntos=lambda number: str(round(number)))
    font.draw_glyph_with_pen(font.get_nominal_glyph(ord(sign)) or 0, pen)
    return str(pen.getCommands())


def placed(sign: str, x: float, y: float, size: float, turn: float = 0, narrow: float = 1) -> str:
    """The character centred on (x, y) at ``size``, turned by ``turn`` degrees, pressed to ``narrow`` of its width."""
    scale = size / 1000
    # 380 is the middle of a Chinese character above the baseline.
    move = f"translate({x:.2f} {y:.2f}) rotate({turn:.2f}) scale({scale * narrow:.5f} {-scale:.5f})"
    return f'<path transform="{move} translate(-500 -380)" d="{outline(sign)}"/>'


def line(text: str, x: float, y: float, size: float, narrow: float = 1) -> str:
    """The text on one line centred on (x, y)."""
    step = size * narrow
    left = x - step * (len(text) - 1) / 2
    return "".join(placed(sign, left + at * step, y, size, narrow=narrow) for at, sign in enumerate(text))
