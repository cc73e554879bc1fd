from applications.documents import fonts
from applications.documents.fonts import gb2312, ready
from applications.documents.outlines import outline


def test_common_characters_are_those_of_gb2312():
    signs = gb2312()
    assert {"重", "庆", "綦", "涪", "潼", "〔", "〕", "《", "A", "9"} <= set(signs)
    assert "㻐" not in signs


def test_fonts_are_made_once_and_kept(tmp_path, monkeypatch):
    made = []

    def make(source):
        made.append(source)
        return b"font"

    monkeypatch.setattr(fonts, "common", make)
    monkeypatch.setattr(fonts, "headline", make)
    first = ready(tmp_path)
    assert ready(tmp_path) == first
    assert len(made) == 3
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".otf"] * 3


def test_every_family_falls_back_to_a_whole_font(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "common", lambda source: b"font")
    monkeypatch.setattr(fonts, "headline", lambda source: b"font")
    assert all(paths[-1].stat().st_size > 8_000_000 for paths in ready(tmp_path).values())


def test_a_character_becomes_a_drawn_outline():
    assert outline("印").startswith("M")
    assert outline("印") != outline("章")
