"""Running a deed with what was written; what it refuses by a field comes back beside that field."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.errors import Refused
from tracking.requests.forms import DeedForm
from tracking.requests.models import InfoRequest

Deed = Callable[..., InfoRequest]


def done(form: DeedForm, deed: Deed, uid: UUID, user: User) -> bool:
    if not form.is_valid():
        return False
    said: dict[str, Any] = form.said
    try:
        deed(uid, user, **said)
    except Refused as refusal:
        if not refusal.fields:
            raise
        pin(form, refusal)
        return False
    return True
