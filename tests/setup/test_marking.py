"""The run of the browser reads only the files that open one, and misses none that does."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.marking import pytest_collection_modifyitems, pytest_ignore_collect


def left_out(file: Path, markexpr: str) -> bool | None:
    return pytest_ignore_collect(file, cast(Any, SimpleNamespace(option=SimpleNamespace(markexpr=markexpr))))


def item_of(file: Path, *fixtures: str) -> Any:
    item = SimpleNamespace(path=file, nodeid=f"{file.name}::test_it", fixturenames=fixtures, marks=[])
    item.add_marker = item.marks.append
    item.get_closest_marker = lambda _name: next(iter(item.marks), None)
    return item


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    file = tmp_path / "test_plain.py"
    file.write_text("def test_it(page): ...\n")
    return file


@pytest.fixture
def opening(tmp_path: Path) -> Path:
    file = tmp_path / "test_opening.py"
    file.write_text("def test_it(browse): ...\n")
    return file


@pytest.mark.parametrize(("markexpr", "out"), [("browser", True), ("not browser", None), ("", None)])
def test_only_the_run_of_the_browser_leaves_files_out(plain: Path, markexpr: str, out: bool | None):
    assert left_out(plain, markexpr) is out


def test_a_file_that_opens_one_is_read(opening: Path, tmp_path: Path):
    assert left_out(opening, "browser") is None
    assert left_out(tmp_path / "journeys" / "test_any.py", "browser") is None
    assert left_out(tmp_path / "conftest.py", "browser") is None


def test_one_that_would_be_missed_stops_every_run(plain: Path, opening: Path):
    found = [item_of(opening, "browse", "chromium"), item_of(plain, "city")]
    pytest_collection_modifyitems(found)
    assert [each.marks for each in found] == [[], [pytest.mark.browser]], "marked, and run last"

    with pytest.raises(pytest.UsageError, match=r"test_plain\.py::test_it would be missed"):
        pytest_collection_modifyitems([item_of(plain, "page", "chromium")])
