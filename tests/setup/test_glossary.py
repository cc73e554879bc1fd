"""One term, one word: every code name of the glossary exists, and no identifier uses a word that it rules out."""

import ast
import re
from collections.abc import Iterator

from tests.setup.documents import ROOMS, document, in_backticks, rows, source, sources

LAST = "## Words that code does not use"
# Words of Django's that we pass on.
BORROWED = {"as_attachment"}


def _words_of(name: str) -> list[str]:
    """``CaseState`` and ``case_state`` are both case, state."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def _identifiers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        for attribute in ("name", "id", "attr", "arg"):
            value = getattr(node, attribute, None)
            if isinstance(value, str):
                yield value


def _names_in_code() -> set[str]:
    return {name for path in sources(*ROOMS) for name in (path.stem, path.parent.name, *_identifiers(source(path)))}


def test_every_code_name_exists() -> None:
    terms = rows(document("docs/glossary.md").split(LAST)[0])
    named = {part for cells in terms for name in in_backticks(cells[2]) for part in name.split(".")}
    assert len(named) > 80
    assert sorted(named - _names_in_code()) == []


def test_every_term_has_three_languages_and_a_meaning() -> None:
    for cells in rows(document("docs/glossary.md").split(LAST)[0]):
        assert len(cells) == 4
        assert all(cells)


def test_no_identifier_uses_a_word_that_is_ruled_out() -> None:
    ruled_out = {word for cells in rows(document("docs/glossary.md").split(LAST)[1]) for word in cells[0].split(", ")}
    names = _names_in_code() - BORROWED
    assert {name for name in names if ruled_out & set(_words_of(name))} == set()
