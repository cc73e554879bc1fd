"""Which module owns which article, from the docstrings. ``python -m tests.setup.law_table`` writes it into the docs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "architecture.md"
ROOMS = ("hall", "applications", "complaints", "tracking", "integrations")
BEGIN, END = "<!-- law table: begin -->\n", "<!-- law table: end -->\n"
LICENSING = "行政许可法"
# Short names that docstrings use, in full.
FULL = {"PIPL": "个人信息保护法", "保密法": "保守国家秘密法", "条例": "政府信息公开条例", "": LICENSING}
_NUMBER = r"\d+(?:\s?\(\d+\))?"
CITED = re.compile(rf"([\u4e00-\u9fff]*|PIPL)\s?Art\. ({_NUMBER}(?:(?:, |–|-| and ){_NUMBER})*)")


def articles(docstring: str) -> Iterator[tuple[str, str]]:
    """Each law and its articles. An article without a name belongs to the law named before it."""
    law = ""
    for name, numbers in CITED.findall(" ".join(docstring.split())):
        law = FULL.get(name, name) if name or not law else law
        yield law, numbers.replace("-", "–").replace(" (", "(")


def cited() -> dict[tuple[str, str], list[str]]:
    """Modules by law and articles."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for key in dict.fromkeys(articles(ast.get_docstring(ast.parse(path.read_text())) or "")):
            found.setdefault(key, []).append(name)
    return found


def _order(entry: tuple[tuple[str, str], list[str]]) -> tuple[bool, str, int, str]:
    (law, numbers), _modules = entry
    return law != LICENSING, law, int(re.findall(r"\d+", numbers)[0]), numbers


def table() -> str:
    lines = ["| law | article | modules |", "|---|---|---|"]
    for (law, numbers), modules in sorted(cited().items(), key=_order):
        lines.append(f"| {law} | {numbers} | {', '.join(f'`{name}`' for name in modules)} |")
    return "\n".join(lines) + "\n"


def written() -> str:
    return PAGE.read_text().split(BEGIN)[1].split(END)[0]


if __name__ == "__main__":
    before, rest = PAGE.read_text().split(BEGIN)
    PAGE.write_text(before + BEGIN + table() + END + rest.split(END)[1])
