"""From paths to contents: YAML files are items, CSV files are tables of samples, folders are searched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hall.catalogue.problems import Problem, Unreadable
from hall.catalogue.sources.samples import read_samples
from hall.catalogue.sources.yaml_text import loads

ITEM_SUFFIXES = {".yaml", ".yml"}
TABLE_SUFFIXES = {".csv"}
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One content and where it stands; a sample gives way to an item file of the same code."""

    file: str
    content: Any
    is_sample: bool = False


def read_sources(paths: Iterable[Path]) -> list[Source]:
    """Every content of every path. Raises Unreadable with all that could not be read."""
    found: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        for file in _files(path, problems):
            try:
                found.extend(_read(file))
            except Unreadable as unreadable:
                problems.extend(unreadable.problems)
    if problems:
        raise Unreadable(problems)
    return found


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    suffixes = ITEM_SUFFIXES | TABLE_SUFFIXES
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.suffix in suffixes and file.is_file())
        if not inside:
            problems.append(Problem("", "目录中没有事项文件（*.yaml）", str(path)))
        yield from inside
    elif not path.is_file():
        problems.append(Problem("", "没有这个文件或目录", str(path)))
    elif path.suffix not in suffixes:
        problems.append(Problem("", "事项文件的扩展名应为 .yaml 或 .yml", str(path)))
    else:
        yield path


def _read(file: Path) -> list[Source]:
    if file.stat().st_size > MAX_BYTES:
        raise Unreadable([Problem("", f"文件超过 {MAX_BYTES // 1_000_000} MB", str(file))])
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise Unreadable([Problem("", f"读不出文字，应为 UTF-8 编码：{error}", str(file))]) from error
    if file.suffix in TABLE_SUFFIXES:
        return [Source(f"{file} {row}", content, True) for row, content in read_samples(text, str(file))]
    return [Source(str(file), loads(text, str(file)))]
