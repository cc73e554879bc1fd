"""Programs are kept alive while they should, and leave nothing when they should not."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hall.serving.endings import Make
from hall.serving.processes import Program, end_all
from hall.serving.programs import programs
from hall.serving.supervisor import Fallen, Supervisor

ROOT = Path(__file__).resolve().parent.parent.parent
# A program with a child of its own, both deaf to polite requests.
STUBBORN = "trap '' TERM; sleep 300 & echo $!; wait; wait"


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[str], Program]]:
    running: list[Program] = []

    def start(script: str) -> Program:
        program = Program("program", ["sh", "-c", script], tmp_path / "log" / "program.log")
        program.start()
        running.append(program)
        return program

    yield start
    end_all(running)


def eventually(holds: Callable[[], bool], within: float = 10) -> bool:
    give_up = time.monotonic() + within
    while not holds() and time.monotonic() < give_up:
        time.sleep(0.05)
    return holds()


def lives(pid: int) -> bool:
    """Whether the process still does anything; a zombie is only a number."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def spoken(program: Program) -> int:
    assert eventually(lambda: bool(program.last_words()))
    return int(program.last_words())


def test_a_polite_program_ends_at_once(started: Callable[[str], Program]) -> None:
    program = started("exec sleep 300")
    began = time.monotonic()
    end_all([program])
    assert not program.is_running()
    assert time.monotonic() - began < 2


def test_a_stubborn_program_and_its_children_end_too(
    started: Callable[[str], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hall.serving.processes.GRACE", 0.2)
    program = started(STUBBORN)
    child = spoken(program)
    end_all([program])
    assert not program.is_running()
    assert eventually(lambda: not lives(child))


def test_a_fallen_program_is_started_again_without_its_orphans(started: Callable[[str], Program]) -> None:
    program = started("sleep 300 & echo $!; wait")
    orphan = spoken(program)
    said: list[str] = []
    assert program._process
    program._process.kill()
    program._process.wait()

    Supervisor([program], said.append, lambda: None).look()

    assert program.is_running()
    assert "started again" in said[0]
    assert eventually(lambda: not lives(orphan))


def test_a_program_that_never_stands_is_given_up_with_its_last_words(
    started: Callable[[str], Program],
) -> None:
    program = started("echo no such table; exit 1")
    supervisor = Supervisor([program], lambda text: None, lambda: None)

    def look_often() -> None:
        for _ in range(10):
            assert eventually(lambda: not program.is_running())
            supervisor.look()

    with pytest.raises(Fallen, match="no such table"):
        look_often()


def test_a_program_that_stood_before_it_fell_is_started_as_often_as_it_takes(
    started: Callable[[str], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody kills it again and again: that is no reason to end the hall."""
    monkeypatch.setattr("hall.serving.supervisor.STEADY", 0.1)
    program = started("sleep 0.3")
    supervisor = Supervisor([program], lambda text: None, lambda: None)
    for _ in range(6):
        assert eventually(lambda: not program.is_running())
        supervisor.look()
    assert program.is_running()


def test_programs_end_when_their_starter_is_killed(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; import time; from hall.serving.processes import Program;"
        f"program = Program('child', ['sleep', '300'], Path({str(tmp_path / 'log')!r})); program.start();"
        "print(program._process.pid, flush=True); time.sleep(300)"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        child = int(starter.stdout.readline())
        assert eventually(lambda: Path(f"/proc/{child}/comm").read_text().strip() == "sleep")
        starter.kill()
    assert eventually(lambda: not lives(child))


def test_no_worker_has_a_pool_whose_child_could_be_killed_with_the_lock_of_the_queue() -> None:
    """Found by ``make faults``: every later child waits for that lock for ever, and nothing is carried any more."""
    (worker,) = [program for program in programs(8000) if program.name == "worker"]
    assert "--pool solo" in " ".join(worker._command)
    assert "worker --pool solo" in (ROOT / "deploy" / "production" / "hall-web.service").read_text()


class TestMake:
    """``make`` is our parent; what happens to it must reach us."""

    WATCHER = (
        "import sys, time; from hall.serving.endings import Make; make = Make(); print('watching', flush=True)\n"
        "while not make.wants_us_to_end(): time.sleep(0.05)\n"
        "open(sys.argv[1], 'w').write('ended')"
    )

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=lambda number: number.name)
    def test_that_is_stopped_alone_stops_us(self, number: signal.Signals, tmp_path: Path) -> None:
        (tmp_path / "Makefile").write_text(
            f'run:\n\t@cd "{ROOT}" && exec "{sys.executable}" -c "$$WATCHER" "{tmp_path}/word"\n'
        )
        surroundings = {**os.environ, "WATCHER": self.WATCHER}
        with subprocess.Popen(
            ["make", "--no-print-directory", "run"],
            cwd=tmp_path,
            env=surroundings,
            stdout=subprocess.PIPE,
            start_new_session=True,
            # Whoever runs the tests in the background has us ignore SIGINT, and children inherit that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            text=True,
        ) as make:
            try:
                assert make.stdout
                assert make.stdout.readline() == "watching\n"
                make.send_signal(number)
                assert eventually((tmp_path / "word").exists)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(make.pid, signal.SIGKILL)

    def test_that_did_not_start_us_is_not_watched(self) -> None:
        assert not Make().wants_us_to_end()
