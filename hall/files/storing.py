"""Writing contents: under a key that is new by construction, into the storage that an alias names."""

import logging
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from hall.clock import today
from hall.files.models import StoredFile

log = logging.getLogger(__name__)


def storage_of(file: StoredFile) -> Storage:
    return storages[file.storage]


def new_key(hall_code: str, uid: UUID) -> str:
    """Hall, year and month let an archivist move whole folders; the rest tells nothing."""
    return f"{hall_code}/{today():%Y/%m}/{uid}"


def write(alias: str, key: str, content: "File[bytes]") -> None:
    """Write once. A storage that finds the key taken chooses another name, and that must never pass."""
    content.seek(0)
    written = storages[alias].save(key, content)
    if written != key:
        storages[alias].delete(written)
        raise FileExistsError(key)


def erase(alias: str, key: str) -> None:
    """After the commit only; a leftover in quarantine harms nobody, so that a failure is told and not raised."""
    try:
        storages[alias].delete(key)
    except OSError:
        log.exception("could not delete %s from %s", key, alias)
