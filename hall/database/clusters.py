"""Making a cluster: whole or not at all, since its directory gets its name only at the end."""

import os
import shutil
import stat

from hall.database.binaries import Binaries
from hall.database.errors import DatabaseUnavailable
from hall.database.places import Place


def prepare(place: Place) -> None:
    """The directories that must be there before anything is locked or started; both private to the owner."""
    place.home.parent.mkdir(parents=True, exist_ok=True)
    for directory in (place.home, place.sockets):
        try:
            directory.mkdir(mode=0o700)
        except FileExistsError:
            _check(directory, place)
        else:
            place.owner.give(directory)


def _check(directory: os.PathLike[str], place: Place) -> None:
    """Somebody else's directory under our name could hold their server, or their copy of our data."""
    found = os.lstat(directory)
    if found.st_uid == 0 == os.geteuid() and stat.S_ISDIR(found.st_mode):
        os.chown(directory, place.owner.uid, place.owner.gid)  # left half made by a killed start
    elif found.st_uid != place.owner.uid or not stat.S_ISDIR(found.st_mode):
        raise DatabaseUnavailable(
            f"{directory} belongs to another account (uid {found.st_uid}): run as that one, or as root."
        )


def create(place: Place, binaries: Binaries) -> None:
    """Run initdb and make the database ``hall``; a half-made cluster of a killed start is thrown away."""
    draft = place.home / "data.new"
    if draft.exists():
        shutil.rmtree(draft)
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--username=hall", "--auth=trust"]
    if not place.durable:
        options.append("--no-sync")
    _run(place, [binaries / "initdb", "-D", draft, *options])
    _run(place, [binaries / "postgres", "--single", "-D", draft, "postgres"], input="CREATE DATABASE hall;\n")
    draft.rename(place.data)


def _run(place: Place, command: list[os.PathLike[str] | str], **more: str) -> None:
    done = place.owner.run([os.fspath(word) for word in command], **more)
    if done.returncode != 0:
        raise DatabaseUnavailable(f"The database in {place.home} could not be made:\n{done.stdout}")
