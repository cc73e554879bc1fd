"""The fonts of the papers, made ready once for an installation and kept under ``var/fonts``.

WeasyPrint subsets an eleven-megabyte font again for every paper: 143 ms of CPU and 300 kB. A small face with the
characters of GB 2312 comes first and the whole font behind it, so that only a rare name pays for the whole:
70 ms and half the size, and no memory lost to a font configuration a paper.
"""

import os
import secrets
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn as noto
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

# Cached faces of another make are left aside when this changes.
MAKE = "1"
BOLDER = 0.028


def gb2312() -> str:
    """The characters of GB 2312, of which nearly every paper is made, with ASCII and a few signs."""
    rows = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    latin = "".join(map(chr, range(0x20, 0x7F)))
    return latin + "\u00a0·—…" + "".join(row.decode("gb2312", "ignore") for row in rows)


@lru_cache(maxsize=4)
def face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


def common(path: Path) -> bytes:
    """The font cut down to the common characters."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, gb2312()))
    return bytes(hb.subset(face(path), wanted).blob.data)


def headline(path: Path) -> bytes:
    """A heavier serif for headings: official headings are set in 小标宋, and no free bold serif covers GB 2312."""
    font = bolder(path)
    shapes, widths, cmap = {".notdef": T2CharStringPen(1000, None).getCharString()}, {".notdef": (1000, 0)}, {}
    for sign in dict.fromkeys(gb2312()):
        glyph = font.get_nominal_glyph(ord(sign))
        if glyph is None:
            continue
        name, width = f"u{ord(sign):04X}", font.get_glyph_h_advance(glyph)
        pen = T2CharStringPen(width, None)
        font.draw_glyph_with_pen(glyph, pen)
        shapes[name], widths[name], cmap[ord(sign)] = pen.getCharString(), (width, 0), name
    return _assemble(shapes, widths, cmap)


@lru_cache(maxsize=4)
def bolder(path: Path) -> hb.Font:
    """The font with every stroke thickened in place, so that nothing moves."""
    font = hb.Font(face(path))
    font.synthetic_bold = (BOLDER, BOLDER, True)
    return font


def _assemble(shapes: dict[str, object], widths: dict[str, tuple[int, int]], cmap: dict[int, str]) -> bytes:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap(cmap)
    builder.setupCFF("HallHeadline", {}, shapes, {})
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=1151, descent=-286)
    builder.setupNameTable({"familyName": "Hall Headline", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=1151, usWinDescent=286)
    builder.setupPost()
    return _saved(builder)


def _saved(builder: FontBuilder) -> bytes:
    target = BytesIO()
    builder.save(target)
    return target.getvalue()


def ready(folder: Path) -> dict[str, list[Path]]:
    """The families of the stylesheet and their files, the first face first; makes what is missing."""
    serif, sans = noto.serif_path(), noto.sans_path()
    return {
        "serif": [_kept(folder, "serif", common, serif), serif],
        "sans": [_kept(folder, "sans", common, sans), sans],
        "headline": [_kept(folder, "headline", headline, serif), serif],
    }


def _kept(folder: Path, name: str, make: Callable[[Path], bytes], source: Path) -> Path:
    path = folder / f"{name}-{noto.__version__}-{MAKE}.otf"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Written aside and moved: another worker never reads half a font.
        draft = path.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}")
        draft.write_bytes(make(source))
        draft.replace(path)
    return path
