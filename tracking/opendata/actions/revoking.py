"""The revocation list: made and signed by the worker, so that a held paper is checked without asking us (E.13)."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import IO, cast

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.utils.module_loading import import_string

from applications.queries.revoked import revoked
from hall.clock import now
from hall.files.actions import store
from hall.files.content import facts_of
from tracking.opendata.models import VALID, RevocationList


def publish_list() -> RevocationList:
    """The list as it is now; the one before where it says the same and has not reached half its age.

    List, signature and certificates come with one row: a reader finds the one before or this one, whole.
    """
    made_at = now()
    newest = RevocationList.objects.first()
    with TemporaryFile() as content:
        times = (moment.isoformat(timespec="seconds") for moment in (made_at, made_at + VALID))
        content.write(_line(dict(zip(("made_at", "next_update"), times, strict=True))))
        # Read once, so that the digest is of what is listed.
        digest = facts_of(_written(content)).sm3
        if newest and newest.digest == digest and made_at < newest.made_at + VALID / 2:
            return newest
        content.seek(0)
        signature = b64encode(cast(bytes, _signing("sign.sign_detached", content.read()))).decode()
        return _publish(RevocationList(made_at=made_at, digest=digest, signature=signature), content)


@transaction.atomic
def _publish(made: RevocationList, content: "IO[bytes]") -> RevocationList:
    code = settings.HALL_CITY_CODE
    made.file = store(File(content), name="revoked.jsonl", kind="application/jsonl", hall_code=code, owner_uid=None)
    made.keys = cast(str, _signing("certificates.published"))
    made.save(force_insert=True)
    return made


def _written(content: "IO[bytes]") -> Iterator[bytes]:
    for sm3, reason in revoked():
        line = _line({"sm3": sm3, "reason": reason})
        content.write(line)
        yield line


def _line(told: dict[str, str]) -> bytes:
    return json.dumps(told).encode() + b"\n"


def _signing(name: str, *told: bytes) -> object:
    """Loaded on first use, in the worker: the signing library is no burden of the web process."""
    function = cast(Callable[..., object], import_string(f"applications.documents.{name}"))
    return function(*told)
