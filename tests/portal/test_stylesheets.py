"""The design layer: small, readable in every theme, upright, and named by tokens only."""

import gzip
import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "hall" / "static" / "css"
# Every pair of text and ground that the components use.
PAIRS = [
    ("ink", "paper"), ("ink", "paper-soft"), ("ink", "brand-wash"), ("ink-soft", "paper"), ("ink-soft", "paper-soft"),
    ("ink-soft", "brand-wash"), ("brand", "paper"), ("brand", "paper-soft"), ("brand", "brand-wash"),
    ("brand-deep", "paper"), ("brand-deep", "brand-wash"), ("brand-on", "brand"), ("brand-on", "brand-deep"),
    ("ink-inverse", "lamp-red"), ("lamp-red", "paper"),
    *((f"lamp-{colour}", f"lamp-{colour}-wash") for colour in ("green", "amber", "red", "blue")),
    *(("ink", f"lamp-{colour}-wash") for colour in ("green", "amber", "red", "blue")),
]  # fmt: skip
THEMES = ["", '[data-view="elder"]', '[data-contrast="high"]']


def tokens(theme: str) -> dict[str, str]:
    """The colours of the standard view, with those of a theme laid over them."""
    text = (CSS / "tokens.css").read_text()
    blocks = re.findall(r"(:root|html\S+) \{([^}]*)\}", text)
    laid = [body for name, body in blocks if name == ":root" or name == f"html{theme}"]
    return {name: value for body in laid for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body)}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_pair_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = tokens(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_edges_of_inputs_can_be_seen(theme: str) -> None:
    colours = tokens(theme)
    assert contrast(colours["line-strong"], colours["paper"]) >= 3


def test_the_sheets_of_every_page_stay_small() -> None:
    whole = b"".join((CSS / name).read_bytes() for name in ("tokens.css", "base.css", "components.css"))
    assert len(gzip.compress(whole)) < 7_600


@pytest.mark.parametrize("sheet", ["base.css", "components.css"])
def test_colours_are_named_in_tokens_only(sheet: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", (CSS / sheet).read_text()) == []


def test_nothing_is_slanted() -> None:
    assert "italic" not in "".join(sheet.read_text() for sheet in CSS.glob("*.css"))
