"""Who the server runs as. PostgreSQL refuses root, so root steps down to somebody without power."""

import os
import pwd
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Owner:
    """The account that owns the cluster and runs the server."""

    uid: int
    gid: int

    def may_enter(self, directory: Path) -> bool:
        """Whether the account can reach ``directory``; a parent closed to it closes the whole path."""
        return all(self._may_search(step) for step in (directory, *directory.parents))

    def _may_search(self, directory: Path) -> bool:
        found = directory.stat()
        if found.st_uid == self.uid:
            return bool(found.st_mode & stat.S_IXUSR)
        if found.st_gid == self.gid:
            return bool(found.st_mode & stat.S_IXGRP)
        return bool(found.st_mode & stat.S_IXOTH)

    def process(self) -> dict[str, Any]:
        """Arguments of ``subprocess`` that make a child this account, with none of our environment."""
        account: dict[str, Any] = {}
        if os.geteuid() != self.uid:
            account = {"user": self.uid, "group": self.gid, "extra_groups": []}
        # PGDATA, PGPORT and the like of the person at the keyboard must not bend our server.
        surroundings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return {**account, "cwd": "/", "env": surroundings, "start_new_session": True}

    def run(self, command: Sequence[str | Path], **more: Any) -> "subprocess.CompletedProcess[str]":
        """Run one tool to its end as this account."""
        return subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **self.process(), **more
        )

    def give(self, path: Path) -> None:
        """Make ``path`` belong to this account."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)


def owner_of(home: Path) -> Owner:
    """The account for a cluster at ``home``: ourselves; for root its maker or a powerless one."""
    if os.geteuid() != 0:
        return Owner(os.geteuid(), os.getegid())
    if home.exists() and home.stat().st_uid != 0:
        return Owner(home.stat().st_uid, home.stat().st_gid)
    return powerless()


def powerless() -> Owner:
    """``postgres`` where a package made it, else ``nobody``."""
    accounts = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = accounts.get("postgres") or accounts["nobody"]
    return Owner(entry.pw_uid, entry.pw_gid)
