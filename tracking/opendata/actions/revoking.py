"""The revocation list: made and signed by the worker, so that a held paper is checked without asking us (E.13)."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import timedelta
from tempfile import TemporaryFile
from typing import cast

from django.conf import settings
from django.core.files.base import File
from django.utils.module_loading import import_string

from applications.queries.revoked import revoked
from hall.clock import now
from hall.files.actions import store
from hall.files.content import facts_of
from tracking.opendata.models import RevocationList

# A list older than this says nothing any more; one that says nothing new is made again at half its age.
VALID = timedelta(days=2)


def publish_list() -> RevocationList:
    """The list as it is now; the one before where it says the same and is fresh."""
    digest, made_at = facts_of(_entries()).sm3, now()
    newest = RevocationList.objects.first()
    if newest and newest.digest == digest and made_at < newest.made_at + VALID / 2:
        return newest
    with TemporaryFile() as content:
        times = (moment.isoformat(timespec="seconds") for moment in (made_at, made_at + VALID))
        content.writelines([_line(dict(zip(("made_at", "next_update"), times, strict=True)))])
        content.writelines(_entries())
        content.seek(0)
        signature = cast(bytes, _signing("sign.sign_detached", content.read()))
        code = settings.HALL_CITY_CODE
        file = store(File(content), name="revoked.jsonl", kind="application/jsonl", hall_code=code, owner_uid=None)
    return RevocationList.objects.create(
        made_at=made_at,
        file=file,
        digest=digest,
        signature=b64encode(signature).decode(),
        keys=cast(str, _signing("certificates.published")),
    )


def _entries() -> Iterator[bytes]:
    return (_line({"sm3": sm3, "reason": reason}) for sm3, reason in revoked())


def _line(told: dict[str, str]) -> bytes:
    return json.dumps(told).encode() + b"\n"


def _signing(name: str, *told: bytes) -> object:
    """Loaded on first use, in the worker: the signing library is no burden of the web process."""
    function = cast(Callable[..., object], import_string(f"applications.documents.{name}"))
    return function(*told)
