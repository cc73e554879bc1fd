"""docs/procedure.md: each rule of the law has a test, and the test is there."""

import ast
import re
from functools import cache

import pytest

from tests.setup.documents import ROOT, document, in_backticks, rows

PAGE = "docs/procedure.md"
# The list of domain.md §1.1 and §1.4; Art. 83 says since when the law is in force and asks nothing of anybody.
ARTICLES = (
    *("5", "7", "8", "9", "24", "26", *map(str, range(29, 51)), *map(str, range(53, 58))),
    *("58–59", "60–61", "64", "69", "70", "72", "78", "79", "80–81", "82"),
)
OUTCOMES = [f"32 ({number})" for number in range(1, 6)]
TIMERS = [f"T{number}" for number in range(1, 18)]


def section(title: str) -> list[list[str]]:
    """The rows of the table under that heading."""
    (text,) = re.findall(rf"^## {title}\n(.*?)(?=^## |\Z)", document(PAGE), flags=re.DOTALL | re.MULTILINE)
    return list(rows(text))


PROVED = [*section("Articles"), *section("Timers"), *section("Every life of a case")]
OPEN = section("What is not built")


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text())
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


@pytest.mark.parametrize("row", PROVED, ids=lambda row: f"{row[0][:30]} {row[1][:30]}")
def test_each_rule_has_its_tests_and_they_exist(row: list[str]) -> None:
    named = in_backticks(row[-1])
    assert named, "a rule that nothing shows"
    for one in named:
        file, name = one.split("::")
        assert name.startswith("test_")
        assert (ROOT / file).is_file(), f"{file} does not exist"
        assert name in names_in(file), f"{one} does not exist"


@pytest.mark.parametrize("row", [*section("Articles"), *section("Timers")], ids=lambda row: f"{row[0]} {row[1][:30]}")
def test_each_rule_has_an_owner(row: list[str]) -> None:
    (owner,) = in_backticks(row[2])
    place = ROOT.joinpath(*owner.split("."))
    assert place.is_dir() or place.with_suffix(".py").is_file()


def test_no_article_and_no_outcome_is_forgotten() -> None:
    shown = {row[0] for row in section("Articles")}
    whole = {article.partition(" ")[0] for article in shown} | {row[0] for row in OPEN}
    assert set(ARTICLES) - whole == set()
    assert set(OUTCOMES) - shown == set()


def test_every_timer_is_shown() -> None:
    assert [row[0] for row in section("Timers")] == TIMERS


def test_what_is_not_built_says_why() -> None:
    assert all(len(row) == 3 and row[2] for row in OPEN)
