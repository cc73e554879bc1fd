"""A port that cannot be had is named at once, with the way out."""

import socket

import pytest

from deploy.ports import check_free
from deploy.progress import Stop


def test_a_taken_port_names_the_variable_that_moves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(taken))
        with pytest.raises(Stop, match=f"Port {taken} is taken.*PORT="):
            check_free()


def test_a_free_port_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    monkeypatch.setenv("PORT", str(free))
    check_free()


@pytest.mark.parametrize("named", ["eight", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", named)
    with pytest.raises(Stop, match="number from 1 to 65535"):
        check_free()
