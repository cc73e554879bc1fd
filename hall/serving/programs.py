"""The programs of one machine: what a deployment would run as services of their own."""

import os
import sys

from django.conf import settings

from hall.serving.processes import Program

WEB = ["granian", "--interface", "wsgi", "--no-ws", "--respawn-failed-workers", "--blocking-threads", "4"]
CELERY = ["celery", "--app", "hall.celery", "--quiet"]
QUIET = ["--without-gossip", "--without-mingle", "--without-heartbeat"]


def programs(port: int) -> list[Program]:
    return [_web(port), _worker(), _beat()]


def _web(port: int) -> Program:
    workers = str(min(2, os.cpu_count() or 1))
    address = ["--host", "127.0.0.1", "--port", str(port), "--workers", workers]
    return _program("web", *WEB, *address, "hall.wsgi:application")


def _worker() -> Program:
    """One process, without a pool: a child of a pool that is killed while it waits takes the lock of the queue with it,
    and every later child waits for that lock for ever. This one is simply started again."""
    return _program("worker", *CELERY, "worker", "--pool", "solo", "--loglevel", "INFO", *QUIET)


def _beat() -> Program:
    schedule = str(settings.VAR_DIR / "beat-schedule")
    # No pid file: one left by a kill would forbid the next start.
    return _program("beat", *CELERY, "beat", "--loglevel", "INFO", "--schedule", schedule, "--pidfile", "")


def _program(name: str, *words: str) -> Program:
    return Program(name, [sys.executable, "-m", *words], settings.VAR_DIR / "log" / f"{name}.log")
