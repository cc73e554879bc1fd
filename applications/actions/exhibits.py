"""Files that the agency puts to the record of its handling: scanned before the case is locked, kept for its clerks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.models import Exhibit, Handling
from hall.errors import Invalid, TooLarge
from hall.files.actions import keep, receive
from hall.files.models import StoredFile

KINDS = ("jpg", "png", "pdf")
MOST = 20
MB = 1024 * 1024
MOST_BYTES = 10 * MB


def take(uploads: Sequence[Any], *, hall_code: str, owner_uid: UUID, place: str) -> list[StoredFile]:
    """Call it outside the lock: a slow scanner must not hold anybody up. Problems are pinned to ``place``."""
    if len(uploads) > MOST:
        told = _("一次最多上传%(most)d个文件。") % {"most": MOST}
        raise Invalid(told, fields={place: [told]})
    try:
        return [
            keep(receive(one, hall_code=hall_code, owner_uid=owner_uid, kinds=KINDS, max_bytes=MOST_BYTES))
            for one in uploads
        ]
    except (Invalid, TooLarge) as refusal:
        raise Invalid(refusal.message, fields={place: [refusal.message]}) from refusal


def put_in(handling: Handling, subject: UUID, files: Sequence[StoredFile]) -> None:
    """Make them part of the record, inside the deed."""
    Exhibit.objects.bulk_create([Exhibit(handling=handling, subject_uid=subject, file=file) for file in files])
