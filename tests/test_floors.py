"""The stairs: imports go down only, no cycle anywhere, and the check itself notices an upward import."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_imports_go_down_the_stairs_only():
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_an_upward_import_is_noticed(tmp_path):
    """The contract runs on a copy in which the ground looks up once; what stands above stays where it is."""
    _copy_sources(ROOT / "hall", tmp_path / "hall")
    for package in ["applications", "complaints", "tracking", "integrations"]:
        (tmp_path / package).symlink_to(ROOT / package)
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    clock = tmp_path / "hall" / "clock.py"
    clock.write_text(clock.read_text() + "\nimport applications.models  # noqa\n")
    done = _lint(tmp_path, "--no-cache")
    assert done.returncode != 0
    assert "hall.clock -> applications.models" in done.stdout


def test_no_import_hides_inside_a_function_to_dodge_a_cycle():
    """Only Django's own ready() may."""
    found = []
    for package in ["hall", "applications", "complaints", "tracking", "integrations"]:
        for path in (ROOT / package).rglob("*.py"):
            where = path.relative_to(ROOT).as_posix()
            free = "/migrations/" in where or path.name == "apps.py"
            if not free and _hidden_import(path.read_text()):
                found.append(where)
    assert found == []


def _hidden_import(source: str) -> bool:
    rooms = ("hall", "applications", "complaints", "tracking", "integrations")
    lines = [line for line in source.splitlines() if line.startswith((" ", "\t"))]
    in_type_checking = "if TYPE_CHECKING:" in source
    hidden = [line for line in lines if line.strip().startswith(tuple(f"from {room}." for room in rooms))]
    return bool(hidden) and not in_type_checking


def _lint(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own: import-linter sets up the logging anew and would silence every logger of ours."""
    script = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([str(script), *options], cwd=folder, capture_output=True, text=True, check=False)


def _copy_sources(source: Path, target: Path) -> None:
    for path in source.rglob("*.py"):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(path.read_text())
