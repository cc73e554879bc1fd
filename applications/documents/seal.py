"""The demonstration seal and the 演示 watermark, drawn as SVG.

电子印章 are issued by the national unified seal system alone (国务院关于在线政务服务的若干规定 Art. 9): a picture that
we draw is none, and says so itself. An installation that is no demonstration prints no seal picture at all.
"""

from base64 import b64encode
from functools import lru_cache
from math import cos, radians, sin

from applications.documents.outlines import line, placed

RED = "#d1121a"
NOT_LAWFUL = "演示图样不是法定电子印章"


@lru_cache(maxsize=256)
def seal_uri(organ: str, caption: str) -> str:
    """A round demonstration seal of ``organ`` as a data URI; ``caption`` stands below the middle."""
    return data_uri(_svg(100, 100, seal_shapes(organ, caption)))


def seal_shapes(organ: str, caption: str) -> str:
    ring = f'<circle cx="50" cy="50" r="47.5" fill="none" stroke="{RED}" stroke-width="2.6"/>'
    words = [*_arc(organ), line("演示", 50, 61.5, 15), line(caption, 50, 76, 7.6, narrow=0.8)]
    small = line(NOT_LAWFUL, 50, 84, 3.7)
    return f'{ring}<g fill="{RED}">{"".join(words)}{small}</g>'


def _arc(text: str) -> list[str]:
    """The name along the upper rim: the longer the name, the narrower its characters."""
    span = min(250.0, 26.0 * (len(text) - 1))
    step = span / max(len(text) - 1, 1)
    narrow = min(1.0, step / 17)
    turns = [-span / 2 + step * at for at in range(len(text))]
    return [
        placed(sign, 50 + 38 * sin(radians(turn)), 50 - 38 * cos(radians(turn)), 12.5, turn, narrow)
        for sign, turn in zip(text, turns, strict=True)
    ]


@lru_cache(maxsize=2)
def watermark_uri(words: str) -> str:
    """One tile of a watermark of two characters; pale instead of transparent, so that any printer prints it."""
    drawn = placed(words[0], 62, 92, 46, turn=-28) + placed(words[1], 108, 68, 46, turn=-28)
    return data_uri(_svg(170, 160, f'<g fill="#f9eae8">{drawn}</g>'))


def _svg(width: int, height: int, shapes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'


def data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
