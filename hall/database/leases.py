"""Locks between processes: who uses the server, who starts it. The kernel frees them with their process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _lock(path: Path, how: int) -> int:
    # Locking needs no right to write, so root and the owner can use each other's files.
    descriptor = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    fcntl.flock(descriptor, how)
    return descriptor


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Only one process at a time is inside."""
    descriptor = _lock(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)


class Lease:
    """One process's use of the server; while any lease lives, nobody stops it."""

    def __init__(self, path: Path) -> None:
        self._descriptor = _lock(path, fcntl.LOCK_SH)
        self._process = os.getpid()

    @contextmanager
    def ending(self) -> Iterator[bool]:
        """Give the lease up; true for the last one to leave, who has the server alone until the block ends.

        A forked child shares its parent's lock and so must never end it.
        """
        if os.getpid() != self._process:
            yield False
            return
        try:
            yield self._is_last()
        finally:
            os.close(self._descriptor)

    def _is_last(self) -> bool:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
