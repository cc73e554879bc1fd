"""Item files as text."""

import pytest

from hall.catalogue.problems import Unreadable
from hall.catalogue.sources.yaml_text import dumps, loads


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: yes", "yes"),
        ("a: on", "on"),
        ("a: true", True),
        ("a: 9:30", "9:30"),
        ("a: 2026-01-31", "2026-01-31"),
        ("a: 012", "012"),
        ("a: 20", 20),
        ("a: 0.5", 0.5),
        ("a: 1_000", "1_000"),
        ("a: 0x10", "0x10"),
        ("a: .inf", ".inf"),
        ("a:", None),
    ],
)
def test_plain_words_mean_what_they_look_like(text, value):
    assert loads(text)["a"] == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\na: 2", "“a”写了两次"),
        ("a: &x [1]\nb: *x", "别名"),
        ("a: [1", "YAML"),
        ("a: !!python/object:os.system x", "YAML"),
        ("1: a", "加引号"),
        ("a: \x01", "YAML"),
        ("a: b: c", "YAML"),
        ("[" * 1500, "YAML"),
    ],
)
def test_what_is_no_clear_yaml_is_refused_with_its_place(text, reason):
    with pytest.raises(Unreadable, match=reason) as refusal:
        loads(text, "坏.yaml")
    assert str(refusal.value).startswith("坏.yaml: ")


def test_the_line_is_told():
    with pytest.raises(Unreadable, match="第2行"):
        loads("a: 1\na: 2")


@pytest.mark.parametrize("word", ["no", "true", "9:30", "2026-01-31", "012", "1e3", "~", "", " x ", "* y", "a: b", "#"])
def test_a_text_that_looks_like_something_else_is_written_so_that_it_stays_a_text(word):
    assert loads(dumps({"a": word})) == {"a": word}
