"""The worker of a story. In a thread of its own: the browser's event loop runs in ours, where the signer needs one."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from hall.events import worker


def drain() -> None:
    """Print, sign and react to everything that is due."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_drain).result()


def _drain() -> None:
    try:
        worker.drain()
    finally:
        connections.close_all()
