"""The port of the web server, asked first: a clash should cost a second, not a whole set-up."""

import os
import socket

from deploy.progress import Stop


def check_free() -> None:
    named = os.environ.get("PORT") or "8000"
    if not named.isdigit() or not 0 < int(named) < 65536:
        raise Stop(f"PORT must be a number from 1 to 65535, not {named!r}.")
    if not is_free(int(named)):
        raise Stop(f"Port {named} is taken. Choose another one: make run PORT={int(named) % 65535 + 1}")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still fading counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Stop(f"Port {port} needs root. Choose one above 1023: make run PORT=8000") from None
        except OSError:
            return False
    return True
