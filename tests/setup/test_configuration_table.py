"""The configuration table of both READMEs: every variable that is read, and none that is not."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.setup.documents import READMES, ROOT, document, in_backticks, rows, source, sources

MARK = "<!-- configuration table:"
READERS = {"flag", "number", "secret", "url", "text", "words", "get"}
NAME = re.compile(r"[A-Z][A-Z0-9_]{3,}")
# Read by Django and by our own start, never set by a deployment.
OURS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}
ALIASES = ("VAULT", "QUARANTINE")


def documented(readme: str) -> dict[str, bool]:
    """Each variable of the table, and whether it is marked as a secret."""
    table = document(readme).split(MARK)[1].split("\n\n")[0].split("\n", 1)[1]
    return {in_backticks(cells[0])[0]: r"\*" in cells[0] for cells in rows(table)}


def read_in_code() -> dict[str, bool]:
    found: dict[str, bool] = {}
    for path in [*sources("hall", "deploy", "tests/performance", "tests/faults"), ROOT / "tests" / "browser.py"]:
        found |= dict(_asked(source(path)))
    return {name: secret for name, secret in found.items() if name not in OURS}


def _asked(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _asks_environment(node.func):
            yield from ((name, node.func.attr == "secret") for name in _names(node.args[0]))


def _asks_environment(asked: ast.Attribute) -> bool:
    return asked.attr in READERS and ast.unparse(asked.value) in {"env", "os.environ"}


def _names(argument: ast.expr) -> list[str]:
    """The variable's name; one made from a storage's alias stands for both."""
    if isinstance(argument, ast.JoinedStr):
        start = argument.values[0]
        assert isinstance(start, ast.Constant)
        assert isinstance(start.value, str)
        return [f"{start.value}{alias}" for alias in ALIASES]
    value = argument.value if isinstance(argument, ast.Constant) else ""
    return [value] if isinstance(value, str) and NAME.fullmatch(value) else []


@pytest.mark.parametrize("readme", READMES)
def test_every_variable_that_is_read_stands_in_the_table(readme: str) -> None:
    assert sorted(read_in_code().keys() - documented(readme).keys()) == []


@pytest.mark.parametrize("readme", READMES)
def test_no_variable_of_the_table_is_read_by_nobody(readme: str) -> None:
    assert sorted(documented(readme).keys() - read_in_code().keys()) == []


@pytest.mark.parametrize("readme", READMES)
def test_the_table_marks_what_may_come_from_a_file(readme: str) -> None:
    secrets = {name for name, secret in read_in_code().items() if secret}
    assert {name for name, marked in documented(readme).items() if marked} == secrets


def test_a_new_variable_would_be_noticed() -> None:
    assert list(_asked(ast.parse('X = env.number("HALL_NEW", 3) or env.secret("HALL_HIDDEN")'))) == [
        ("HALL_NEW", False),
        ("HALL_HIDDEN", True),
    ]
