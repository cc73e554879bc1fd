"""Reading our own documents and sources, for the tests that keep them in step."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (*READMES, "NOTICE.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
ROOMS = ("hall", "applications", "complaints", "tracking", "integrations")


@cache
def document(name: str) -> str:
    return (ROOT / name).read_text()


@cache
def source(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every row of every table, heads and rules left out."""
    head = ""
    for line in text.splitlines():
        if not line.startswith("|"):
            head = ""
        elif head and not set(line) <= set("|- "):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        head = head or line


def in_backticks(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)
