"""Ready means: the home page answers 200."""

import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

LIMIT = 30.0


class NotReady(Exception):
    """The web server runs but the home page does not answer as it should."""


def wait_for_home_page(port: int, meanwhile: Callable[[], object]) -> None:
    """Ask until it answers; ``meanwhile`` notices when there is nothing left to wait for."""
    give_up = time.monotonic() + LIMIT
    answer = "nothing"
    while time.monotonic() < give_up:
        answer = _ask(port)
        if answer == str(HTTPStatus.OK.value):
            return
        meanwhile()
        time.sleep(0.1)
    raise NotReady(f"http://127.0.0.1:{port}/ answers {answer} instead of 200.")


def _ask(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/")
        return str(connection.getresponse().status)
    except (OSError, HTTPException) as problem:
        return type(problem).__name__
    finally:
        connection.close()
