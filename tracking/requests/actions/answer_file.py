"""The file that an answer provides: quarantined, scanned and kept as every upload, never public (条例 Art. 36, 40)."""

from typing import Any
from uuid import UUID

from applications.actions.exhibits import take
from hall.accounts.models import User
from hall.files.models import StoredFile
from tracking.requests.actions.locking import refuse_barred
from tracking.requests.models import InfoRequest


def take_file(uid: UUID, user: User, upload: Any) -> StoredFile | None:
    """Call it before the request is locked: a slow scanner must not hold anybody up."""
    if upload is None:
        return None
    request = InfoRequest.objects.select_related("hall", "department").get(uid=uid)
    refuse_barred("answer", user, request)
    (kept,) = take([upload], hall_code=request.hall.code, owner_uid=user.uid, place="file")
    return kept
